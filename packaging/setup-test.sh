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

# What draws ZPL for the tests, pinned by its lock file; installed anew when that is newer than what is there.
want_zpl_renderer() {
    local folder=$checkout/tests/documents/proof/zpl
    local mark=$folder/node_modules/.package-lock.json
    [[ -f $mark && ! $folder/package-lock.json -nt $mark ]] && return 0
    if command -v node >/dev/null && command -v npm >/dev/null && [[ -w $folder ]]; then
        say "installing what draws ZPL for the tests"
        (cd "$folder" && npm ci --no-audit --no-fund --ignore-scripts --fetch-retries=1 --fetch-timeout=60000 \
            </dev/null >/dev/null 2>&1) && { touch "$mark"; return 0; }
    fi
    say "tests that draw ZPL are left out: they need Node, and npm's registry once"
}

# A print service for the tests alone, which only root may start; the machine's own is not started by its installation.
want_print_service() {
    [[ -x /usr/sbin/cupsd && -x /usr/lib/cups/backend/cups-pdf ]] && command -v lp lpadmin >/dev/null && return 0
    ((EUID == 0)) || return 0
    local policy=/usr/sbin/policy-rc.d
    if [[ ! -e $policy ]] && may_install; then
        printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
        install_packages cups cups-client printer-driver-cups-pdf || true
        rm -f "$policy"
    else
        install_packages cups cups-client printer-driver-cups-pdf || true
    fi
    [[ -x /usr/lib/cups/backend/cups-pdf ]] || say_needed "printing in tests" "cups cups-client printer-driver-cups-pdf"
}

want_environment requirements-test.lock
if [[ ! ${RETURNS_DESK_PYTHON-} ]]; then
    want_system_libraries
    want_commands "tests with a real window" Xvfb=xvfb xdotool=xdotool
    want_commands "looking at PDFs as pictures" pdftoppm=poppler-utils
    want_postgresql
    want_zpl_renderer
fi
bin=$(dirname "$python")

# The same conditions on every machine.
export QT_QPA_PLATFORM=offscreen PYTHONHASHSEED=0 LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY XDG_RUNTIME_DIR PYTHONPATH PYTEST_ADDOPTS
