#!/usr/bin/env bash
# Writes a manifest as it is deployed: render-manifest.sh OUT [TEMPLATE]
#
# Four things differ from TEMPLATE, which is wadm.yaml unless another is given.
# Each image of build/ is a copy with its content's hash in the name, because a
# host never loads the same path twice. The HTTP address is MEDICAL_HTTP_ADDRESS. Our
# HTTP server is the user of NATS that MEDICAL_INGRESS_CREDS names, if that is set.
# The name of a link's configuration carries a hash of what follows it, because
# wadm does not send a link again when its configuration changed under an old
# name; a provider's own configuration keeps its name, so that it changes without
# a new provider. The version ends in the hash of all this, so that it changes
# exactly when something did.
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

check_settings
out=${1:?usage: render-manifest.sh OUT [TEMPLATE]}
template=${2:-$ROOT/wadm.yaml}
[ -f "$template" ] || fail "there is no manifest $template" "name one, such as deploy/wadm.fused.yaml"
images=$BUILD/images
mkdir -p "$images" "$(dirname "$out")"

manifest=$(cat "$template")
mapfile -t references < <(sed -n 's|^ *image: file://\(.*build/.*\)|\1|p' "$template")
for reference in "${references[@]}"; do
    path=${reference##*build/}
    file=$BUILD/$path
    [ -f "$file" ] || fail "$file does not exist" "run scripts/build.sh"
    name=${path%%.*}-$(sha256sum "$file" | cut -c1-16).${path#*.}
    [ -f "$images/$name" ] || { cp "$file" "$images/$name.new" && mv "$images/$name.new" "$images/$name"; }
    manifest=${manifest//"image: file://$reference"/"image: file://$images/$name"}
done
manifest=${manifest//127.0.0.1:8080/$HTTP_ADDRESS}
if [ -n "${MEDICAL_INGRESS_CREDS:-}" ] && grep -q '/httpserver-[^/]*\.par\.gz$' <<<"$manifest"; then
    case $MEDICAL_INGRESS_CREDS in
    *[\"\'\\]* | *[[:cntrl:]]*)
        fail "MEDICAL_INGRESS_CREDS is a path with a quote, a backslash or a line's end" \
            "use a path without them: it is written into the manifest"
        ;;
    esac
    place="              address: $HTTP_ADDRESS"
    [[ $manifest == *"$place"* ]] || fail "$template does not say where the HTTP server listens" "give it an address"
    manifest=${manifest//"$place"/"$place"$'\n'"              nats_creds: \"$MEDICAL_INGRESS_CREDS\""}
fi
settings=$(sed -n '/name: http-route$/,$p' <<<"$manifest" | sha256sum | cut -c1-8)
manifest=${manifest//name: http-route/name: http-route-$settings}
version=$(sed -n 's/^ *version: *//p' <<<"$manifest" | head -n 1)
hash=$(sha256sum <<<"$manifest" | cut -c1-12)
printf '%s\n' "${manifest/"version: $version"/"version: $version-$hash"}" >"$out"
