#!/usr/bin/env bash
# From a checkout to an address that answers: installs what is missing, builds,
# starts a lattice with `wash up`, deploys the application, waits until it is
# ready. Run it again after a change: it deploys what changed.
#
#   up.sh [WIRING]   how the application is put together     [linked]
#     linked         each part a component of its own, called over the lattice
#     hosts          the same for a lattice of several hosts: components on each
#     fused          all parts in one component
#     fused-builtin  the same, served by the host itself (an experiment of wasmCloud's,
#                    without limits: on a loopback address only)
#
# Run it with another wiring to replace the one that is deployed.
#
# The lattice is closed: NATS knows nobody but the users whose keys are made here, each
# with the rights that it needs (docs/lattice.md).
#
# Settings (environment):
#   MEDICAL_HTTP_ADDRESS  where to serve HTTP            [127.0.0.1:8080]
#   MEDICAL_NATS_PORT     NATS                           [4222]
#   MEDICAL_LATTICE       name of the lattice            [default]
#   MEDICAL_POLICY        hosts start only what was       [off]
#                         deployed from here: on or off
#   MEDICAL_CACHE         where tools are installed      [~/.cache/medical-platform]
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# A host only gets the application's components once wadm sees its labels; a
# deployment is seconds, an image change up to half a minute.
READY_SECONDS=120

# How long a started HTTP server may take to listen before it is started again.
RESTART_SECONDS=15

port_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

answers() {
    [ "$(curl --silent --max-time 5 --output /dev/null --write-out '%{http_code}' \
        "$(http_url)/readyz")" = 200 ]
}

lattice_runs() {
    [ -n "$(wash get hosts --output json 2>/dev/null | grep -o '"N[A-Z0-9]\{55\}"' | head -n 1)" ]
}

# What counts only when a lattice starts: what its host may do (the built-in HTTP server
# is allowed only where it is asked for), the host and wadm themselves, and the rights of
# everyone on it, with the configuration of NATS.
made_of() {
    printf 'features=%s\npolicy=%s\nlattice=%s\nrights=%s\n' "$FEATURES" "$POLICY" "$(lattice_key)" \
        "$(cat "$ROOT/ops/src/rights.rs" "$ROOT/ops/src/server.rs" | sha256sum | cut -c1-16)"
}

# One that runs with something else would silently go on with it.
stop_when_outdated() {
    [ -d "$RUN/downloads" ] || return 0
    [ "$(cat "$RUN/made-of" 2>/dev/null)" != "$(made_of)" ] || return 0
    step "the lattice '$LATTICE' was started with another host, wadm or rights than now: starting it anew"
    "$ROOT/scripts/down.sh"
}

# Keys for whoever talks on the lattice; what is there stays. The file `env` is for
# people who use wash themselves.
make_keys() {
    "$BUILD/ops" keys make "$LATTICE_KEYS" --lattice "$LATTICE" --store "$RUN/jetstream" \
        --log "$RUN/downloads/nats-server.log" >/dev/null ||
        fail "the keys of the lattice could not be made" "the message above says why"
    {
        printf 'export WASMCLOUD_LATTICE=%q\n' "$LATTICE"
        printf 'export WASMCLOUD_CTL_HOST=127.0.0.1 WASMCLOUD_CTL_PORT=%q\n' "$NATS_PORT"
        printf 'export WASH_CTL_CREDS=%q\n' "$WASH_CTL_CREDS"
        printf 'export PATH=%q:$%s\n' "$CACHE/wash-$WASH_VERSION/bin" PATH
    } >"$RUN/env"
}

# appending PROGRAM LOG: PROGRAM in the lattice's folder, its log only ever appended to,
# so that it can be cut: wash would have it written where the writer was.
appending() {
    local original
    original=$(readlink --canonicalize "$1")
    rm "$1"
    printf '#!/usr/bin/env bash\nexec -a "$%s" %q "$%s" 2>>%q\n' 0 "$original" @ "$2" >"$1"
    chmod 700 "$1"
}

# The programs that the manifest names, as sha256sum writes them: what hosts may start.
list_programs() {
    local image
    sed -n 's|^ *image: file://||p' "$MANIFEST" | while read -r image; do
        sha256sum "$image"
    done >"$RUN/allowed.new"
    mv "$RUN/allowed.new" "$RUN/allowed"
}

# Before the host, which asks it; down.sh knows it by the name it is started under.
start_policy() {
    # shellcheck disable=SC2016
    (setsid bash -c 'exec -a "$0" "$@"' "$RUN/policy" "$BUILD/ops" policy --lattice "$LATTICE" \
        --nats "127.0.0.1:$NATS_PORT" --creds "$LATTICE_KEYS/$LATTICE/policy.creds" \
        --list "$RUN/allowed" >>"$RUN/policy.log" 2>&1 </dev/null &)
}

start_lattice() {
    local downloads=$1
    if lattice_runs; then
        step "the lattice '$LATTICE' already runs on NATS port $NATS_PORT"
        return
    fi
    port_taken "${HTTP_ADDRESS##*:}" &&
        fail "port ${HTTP_ADDRESS##*:} is in use by another program" \
            "stop it, or set MEDICAL_HTTP_ADDRESS, for example to 127.0.0.1:8090"
    port_taken "$NATS_PORT" && [ ! -f "$RUN/downloads/nats.pid" ] &&
        fail "port $NATS_PORT is in use by another program" \
            "stop it, or set MEDICAL_NATS_PORT, for example to 4322"
    mkdir -p "$RUN/downloads" "$RUN/tmp"
    cp -dR "$downloads/." "$RUN/downloads/"
    appending "$RUN/downloads/v$WASMCLOUD_VERSION/wasmcloud_host" "$RUN/downloads/wasmcloud.log"
    appending "$RUN/downloads/wadm" "$RUN/downloads/wadm.log"
    made_of >"$RUN/made-of"
    local policy=()
    if [ "$POLICY" = on ]; then
        policy=("WASMCLOUD_POLICY_TOPIC=policy.$LATTICE.ask"
            "WASMCLOUD_POLICY_CHANGES_TOPIC=policy.$LATTICE.changed")
        start_policy
    fi
    step "starting the lattice '$LATTICE'"
    # NATS gets our own configuration: the one wash writes knows no users, and listens
    # for WebSockets on every interface. wadm reads its credentials from the environment,
    # because wash hands it some only for a NATS elsewhere.
    WASMCLOUD_EXPERIMENTAL_FEATURES=$FEATURES WASMCLOUD_HEARTBEAT_INTERVAL=5 \
    WASMCLOUD_RPC_INBOX_PREFIX=_HOST WADM_NATS_CREDS_FILE=$LATTICE_KEYS/$LATTICE/wadm.creds \
    WASH_DOWNLOADS_DIR=$RUN/downloads TMPDIR=$RUN/tmp \
        env "${policy[@]}" wash up --detached \
        --nats-version "v$NATS_VERSION" --nats-host 127.0.0.1 --nats-port "$NATS_PORT" \
        --nats-config-file "$LATTICE_KEYS/nats.conf" \
        --ctl-credsfile "$LATTICE_KEYS/$LATTICE/ctl.creds" \
        --rpc-credsfile "$LATTICE_KEYS/$LATTICE/rpc.creds" \
        --wasmcloud-version "v$WASMCLOUD_VERSION" --wadm-version "v$WADM_VERSION" \
        --lattice "$LATTICE" --label zone=local --label performance=high \
        --allow-file-load true --max-execution-time-ms 5000 >"$RUN/up.log" 2>&1 ||
        fail "wash up failed" "see $RUN/up.log"
    local deadline=$((SECONDS + 30))
    until lattice_runs; do
        ((SECONDS < deadline)) || fail "the host did not join the lattice within 30 s" \
            "see $RUN/downloads/wasmcloud.log"
        sleep 0.5
    done
}

# Another wiring is other components and another HTTP server on the same port:
# the one before has to be gone before this one can listen.
replace_other_wiring() {
    [ "$(cat "$RUN/wiring" 2>/dev/null)" != "$WIRING" ] || return 0
    local applications output deadline=$((SECONDS + 60))
    until applications=$(wash app list --output json 2>/dev/null); do
        ((SECONDS < deadline)) || fail "wadm did not answer within 60 s" "see $RUN/downloads/wadm.log"
        sleep 0.5
    done
    if grep -q '"deployed_version": "v' <<<"$applications"; then
        step "deleting the wiring that is deployed"
        output=$(wash app delete medical-app 2>&1) ||
            fail "wash app delete failed: $output" "see $RUN/downloads/wadm.log"
        while port_taken "${HTTP_ADDRESS##*:}" || parts_run; do
            ((SECONDS < deadline)) || fail "the application did not stop within 60 s" \
                "see $RUN/downloads/wasmcloud.log"
            sleep 0.5
        done
    fi
    echo "$WIRING" >"$RUN/wiring"
}

# Whether a host still runs anything of the application, or cannot say.
parts_run() {
    local inventory
    inventory=$(wash get inventory --output json 2>/dev/null) || return 0
    grep -q '"medical_app-' <<<"$inventory"
}

deploy() {
    local applications version output
    version=$(sed -n 's/^ *version: *//p' "$MANIFEST" | head -n 1)
    # Not in a pipe: grep would leave before wash has written everything.
    applications=$(wash app list --output json 2>/dev/null) || applications=
    if grep -q "\"deployed_version\": \"$version\"" <<<"$applications"; then
        step "version $version is deployed already"
        return
    fi
    step "deploying version $version"
    output=$(wash app deploy "$MANIFEST" 2>&1) ||
        fail "wash app deploy failed: $output" "see $RUN/downloads/wadm.log"
}

# Whether the host runs exactly this manifest's images: while an older version
# still answers, readiness alone says nothing.
images_run() {
    local inventory image images
    inventory=$(wash get inventory --output json 2>/dev/null) || return 1
    mapfile -t images < <(sed -n 's|^ *image: file://||p' "$MANIFEST")
    for image in "${images[@]}"; do
        grep -qF "$image" <<<"$inventory" || return 1
    done
}

# Says what is missing before giving up.
not_ready() {
    wash app status medical-app >&2 2>/dev/null || true
    printf '/readyz says: ' >&2
    curl --silent --show-error --max-time 5 "$(http_url)/readyz" >&2 || true
    printf '\n' >&2
    images_run || step "the host does not run all images of $MANIFEST"
    fail "the application was not ready within $READY_SECONDS s" \
        "see $RUN/downloads/wasmcloud.log and wadm.log"
}

# A link that is put while its provider starts can be lost on the way: the
# host's start message is already written, and the provider does not listen yet.
# Then everything counts as deployed and nothing listens. Starting the provider
# again gives it its links with the start message.
restart_http_server() {
    local host
    host=$(wash get hosts --output json 2>/dev/null | grep -o 'N[A-Z0-9]\{55\}' | head -n 1)
    # It may have begun to listen meanwhile, and then would be gone for a while.
    port_taken "${HTTP_ADDRESS##*:}" && return
    step "the HTTP server does not listen yet; starting it again"
    wash stop provider medical_app-httpserver --host-id "$host" >/dev/null 2>&1 || true
}

wait_until_ready() {
    step "waiting until $(http_url)/readyz answers 200"
    local deadline=$((SECONDS + READY_SECONDS)) restart=$((SECONDS + RESTART_SECONDS))
    until images_run && answers; do
        # Its time starts when it runs.
        images_run || restart=$((SECONDS + RESTART_SECONDS))
        if ((SECONDS >= restart)); then
            restart_http_server
            restart=$((SECONDS + RESTART_SECONDS))
        fi
        ((SECONDS < deadline)) || not_ready
        sleep 0.5
    done
}

WIRING=${1-linked}
case $WIRING in
linked) TEMPLATE=$ROOT/wadm.yaml ;;
hosts | fused | fused-builtin) TEMPLATE=$ROOT/deploy/wadm.$WIRING.yaml ;;
*) fail "there is no wiring '$WIRING'" "use linked, hosts, fused or fused-builtin" ;;
esac
[ $# -le 1 ] || fail "too many arguments: $*" "give one wiring"
check_settings
POLICY=${MEDICAL_POLICY-off}
case $POLICY in
on | off) ;;
*) fail "MEDICAL_POLICY=$POLICY is neither on nor off" "set it to one of them, or not at all" ;;
esac
FEATURES=
if [ "$WIRING" = fused-builtin ]; then
    FEATURES=builtin-http-server
    [[ $HTTP_ADDRESS =~ ^(127\.|\[::1\]:) ]] ||
        fail "the wiring fused-builtin would be open to others on MEDICAL_HTTP_ADDRESS=$HTTP_ADDRESS" \
            "it has no limits: use a loopback address with a hardened proxy in front, or another wiring"
fi
if [ -d "$RUN" ] && [ ! -d "$LATTICE_KEYS" ]; then
    fail "the lattice '$LATTICE' was started before lattices were closed" \
        "run scripts/down.sh, then this again"
fi
started=$SECONDS
downloads=$("$ROOT/scripts/tools.sh")
"$ROOT/scripts/build.sh"
stop_when_outdated
# From here on everything is of a lattice, and nobody else's business.
umask 077
mkdir -p "$RUN"
chmod 700 "$ROOT/.lattice" "$RUN"
make_keys
MANIFEST=$BUILD/$LATTICE-$NATS_PORT.wadm.yaml
MEDICAL_INGRESS_CREDS=$LATTICE_KEYS/$LATTICE/ingress.creds \
    "$ROOT/scripts/render-manifest.sh" "$MANIFEST" "$TEMPLATE"
[ "$POLICY" = off ] || list_programs
start_lattice "$downloads"
replace_other_wiring
deploy
wait_until_ready
step "ready after $((SECONDS - started)) s; logs are in ${RUN#"$ROOT"/}/downloads; stop it with scripts/down.sh"

cat <<EOF
The application answers at $(http_url)

  curl -s $(http_url)/api/v1/health-metrics \\
    -H 'content-type: application/json' \\
    -d '{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}'
EOF
