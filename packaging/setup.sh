# What packaging/run, test, bench, soak and look share: set up what is missing, quickly when nothing is.
# Sourced, never run. Everything is said on standard error: standard output belongs to the program (--json).
#
# RETURNS_DESK_PYTHON=FILE  use this Python as it is and set nothing up (for those who package the program)

checkout=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Shared libraries and the Debian/Ubuntu packages that bring them. Found by ldd on a bare Debian 12 with PySide6 6.12;
# libraries that come along with another package of the list are left out.
libraries_of_window=(
    libEGL.so.1=libegl1 libGL.so.1=libgl1 libX11-xcb.so.1=libx11-xcb1 libdbus-1.so.3=libdbus-1-3
    libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6 libglib-2.0.so.0=libglib2.0-0
    libxcb-cursor.so.0=libxcb-cursor0 libxcb-glx.so.0=libxcb-glx0 libxcb-icccm.so.4=libxcb-icccm4
    libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0
    libxcb-render-util.so.0=libxcb-render-util0 libxcb-render.so.0=libxcb-render0 libxcb-shape.so.0=libxcb-shape0
    libxcb-shm.so.0=libxcb-shm0 libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1
    libxcb-xfixes.so.0=libxcb-xfixes0 libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon.so.0=libxkbcommon0
    libxkbcommon-x11.so.0=libxkbcommon-x11-0 libwayland-client.so.0=libwayland-client0
    libwayland-cursor.so.0=libwayland-cursor0 libwayland-egl.so.1=libwayland-egl1
)
libraries_of_sound=(libpulse.so.0=libpulse0 libXext.so.6=libxext6 libXrandr.so.2=libxrandr2 libdrm.so.2=libdrm2)
libraries_of_printing=(libcups.so.2=libcups2)
libraries_of_decoding=(libzbar.so.0=libzbar0)

say() { printf 'returns-desk: %s\n' "$*" >&2; }
give_up() { say "$*"; exit 1; }

# --- system packages ---------------------------------------------------------------------------------------------

on_linux() { [[ $OSTYPE == linux* ]]; }

# Packages, of NAME.so=PACKAGE pairs, whose library the loader does not know.
missing_libraries() {
    on_linux || return 0
    local ldconfig known pair
    ldconfig=$(PATH=$PATH:/sbin:/usr/sbin command -v ldconfig) || return 0
    known=$("$ldconfig" -p 2>/dev/null) || return 0
    for pair in "$@"; do
        [[ $known == *$'\t'"${pair%%=*} "* ]] || printf '%s\n' "${pair#*=}"
    done
}

# Packages, of COMMAND=PACKAGE pairs, whose command is not there.
missing_commands() {
    local pair
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null || printf '%s\n' "${pair#*=}"
    done
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
        -o Acquire::http::Timeout=20 -o Acquire::Retries=2 "$@" \
        </dev/null >/dev/null
}

# Install the packages given; one that cannot be had does not stop the others. Fails if any is still missing.
install_packages() {
    (($#)) || return 0
    may_install || return 1
    say "installing system packages: $*"
    [[ ${packages_listed-} ]] || apt update >&2 || true
    packages_listed=yes
    apt install -y --no-install-recommends "$@" && return 0
    (($# > 1)) || return 1
    local package failed=0
    for package in "$@"; do
        apt install -y --no-install-recommends "$package" || failed=1
    done
    return $failed
}

say_needed() { say "$1 needs system packages that could not be installed here (as root: apt-get install $2)"; }

# Say which packages WHAT still lacks: ``say_missing missing_libraries "sound" PAIRS...``
say_missing() {
    local find=$1 what=$2 missing
    shift 2
    missing=$("$find" "$@")
    [[ ! $missing ]] || say_needed "$what" "${missing//$'\n'/ }"
}

# Set up what is missing for WHAT; where that cannot be, say so and go on: ``want_commands "pictures" PAIRS...``
want_commands() {
    local missing
    missing=$(missing_commands "${@:2}")
    # shellcheck disable=SC2086 # names of packages, one a word
    [[ ! $missing ]] || install_packages $missing || true
    say_missing missing_commands "$@"
}

# The program's libraries. What could not be had is not tried again for a day: a start must not wait for a network.
# With ``briefly`` what is missing is not said again either.
want_system_libraries() {
    local all=("${libraries_of_window[@]}" "${libraries_of_sound[@]}" "${libraries_of_printing[@]}") missing tried
    all+=("${libraries_of_decoding[@]}")
    missing=$(missing_libraries "${all[@]}")
    [[ $missing ]] || return 0
    tried=${environment:+$environment/packages-tried}
    if [[ ! $tried || ! $(find "$tried" -mmin -1440 2>/dev/null) ]]; then
        # shellcheck disable=SC2086
        install_packages $missing || { [[ ! $tried ]] || : >"$tried"; }
    elif [[ ${1-} == briefly ]]; then
        return 0
    fi
    say_missing missing_libraries "the window" "${libraries_of_window[@]}"
    say_missing missing_libraries "sound" "${libraries_of_sound[@]}"
    say_missing missing_libraries "printing through CUPS" "${libraries_of_printing[@]}"
    say_missing missing_libraries "one of the two readers of codes in pictures" "${libraries_of_decoding[@]}"
}

# --- Python ------------------------------------------------------------------------------------------------------

new_enough() { "$1" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null && new_enough "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

# An environment of its own beside the program, or in the person's cache where the checkout cannot be written.
find_environment() {
    if [[ -w $checkout ]]; then
        environment=$checkout/.venv
    else
        local mark
        mark=$(printf '%s' "$checkout" | cksum)
        environment=${XDG_CACHE_HOME:-$HOME/.cache}/returns-desk/venv-${mark%% *}
    fi
}

make_environment() {
    local system_python version
    system_python=$(find_python) ||
        give_up "Python 3.11 or newer is needed and was not found (Debian, Ubuntu: apt-get install python3)"
    mkdir -p "$(dirname "$environment")"
    if ! "$system_python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$system_python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
        install_packages "$version-venv" || install_packages python3-venv ||
            { say_needed "Python's own venv" "$version-venv" && exit 1; }
    fi
    say "making an environment in $environment"
    "$system_python" -m venv --clear "$environment" || give_up "no environment could be made in $environment"
}

# What an environment must have been made from to be used as it is.
wanted_stamp() {
    printf '%s %s\n' "$checkout" "$(readlink -f "$python")"
    cat "$lock" "$checkout/pyproject.toml" | cksum
}

# An installation that was cut short may have left half a package behind: then everything is installed anew.
install_locked() {
    local unfinished=$environment/unfinished again=()
    [[ -e $unfinished ]] && again=(--force-reinstall)
    : >"$unfinished"
    say "installing the parts the program is made of ($(basename "$lock"); the first time takes a few minutes)"
    "$python" -m pip install --quiet --no-input --disable-pip-version-check --require-hashes \
        ${again[@]+"${again[@]}"} -r "$lock" >&2 ||
        give_up "packaging/${lock##*/} could not be installed (why: above); the first start needs the network"
    "$python" -m pip install --quiet --no-input --disable-pip-version-check --no-build-isolation --no-deps \
        --editable "$checkout" >&2 || give_up "the program itself could not be installed into $environment"
    rm -f "$unfinished"
}

# Set ``python`` to one that has everything of a lock file: ``want_environment requirements.lock``.
want_environment() {
    lock=$checkout/packaging/$1
    if [[ ${RETURNS_DESK_PYTHON-} ]]; then
        python=$RETURNS_DESK_PYTHON
        return 0
    fi
    find_environment
    python=$environment/bin/python
    local stamp=$environment/$1.stamp
    [[ -x $python && -f $stamp && $(<"$stamp") == "$(wanted_stamp)" ]] && return 0
    [[ ! -d $environment ]] && mkdir -p "$environment"
    exec 9<"$environment" # two starts at once: the second waits for the first
    command -v flock >/dev/null && flock 9
    [[ -x $python && -f $stamp && $(<"$stamp") == "$(wanted_stamp)" ]] && return 0
    [[ -x $python ]] && new_enough "$python" && "$python" -m pip --version >/dev/null 2>&1 || make_environment
    install_locked
    wanted_stamp >"$stamp"
    exec 9<&-
}
