# What packaging/test, bench, soak and look add to setup.sh: tools, a PostgreSQL server, the same conditions everywhere.
# Sourced, never run.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# The server's programs stand in a folder of their own, out of PATH, on Debian and Ubuntu.
has_postgresql() {
    command -v initdb >/dev/null && return 0
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

# Only the programs: no server of the machine's own is made or started beside those of the tests.
want_postgresql() {
    has_postgresql && return 0
    local mark=/etc/postgresql-common/createcluster.d/returns-desk-tests.conf
    if may_install && as_root mkdir -p "${mark%/*}"; then
        echo "create_main_cluster = false" | as_root tee "$mark" >/dev/null
        install_packages postgresql || true
        as_root rm -f "$mark"
    fi
    has_postgresql || say_needed "the store's tests on PostgreSQL" postgresql
}

want_environment requirements-test.lock
if [[ ! ${RETURNS_DESK_PYTHON-} ]]; then
    want_system_libraries
    want_commands "tests with a real window" Xvfb=xvfb xdotool=xdotool
    want_commands "looking at PDFs as pictures" pdftoppm=poppler-utils
    want_postgresql
fi
bin=$(dirname "$python")

# The same conditions on every machine.
export QT_QPA_PLATFORM=offscreen PYTHONHASHSEED=0 LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY XDG_RUNTIME_DIR PYTHONPATH PYTEST_ADDOPTS
