#!/usr/bin/env bash
# Checks bpmn/*.bpmn with bpmnlint, and that Camunda Modeler changes nothing in them when it saves ("lint.sh write" keeps
# what it would save). A machine without Node.js may still build: the check is then skipped, with a message, unless
# REQUIRE_NODE=1 (as in CI); without Chromium, which the editor needs, only its part is. Which rules are off, and why,
# stands in bpmn/README.md.
set -euo pipefail
cd "$(dirname "$0")"

skip() {
    echo "$1 skipped: $2"
    [ "${REQUIRE_NODE:-}" != 1 ] || exit 1
    exit 0
}

node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null \
    || skip bpmnlint "no Node.js 20 or later on the PATH"
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --ignore-scripts --silent || skip bpmnlint "its packages could not be installed"
    touch node_modules/.package-lock.json
fi

export CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ "${1:-}" = write ]; then
    exec node roundtrip.mjs ../../bpmn write
fi
node node_modules/bpmnlint/bin/bpmnlint.js --max-warnings=0 ../../bpmn/*.bpmn

# Some seconds of a browser: only where something has changed since it last came out equal.
now=$(cat roundtrip.mjs package-lock.json ../../bpmn/*.bpmn | sha256sum)
[ "$(cat node_modules/.saved-the-same 2>/dev/null)" != "$now" ] || exit 0
[ -n "$CHROMIUM" ] || skip "saving as Camunda Modeler does" "no Chromium on the PATH; CHROMIUM names one"
node roundtrip.mjs ../../bpmn
echo "$now" >node_modules/.saved-the-same
