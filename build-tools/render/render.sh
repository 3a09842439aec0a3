#!/usr/bin/env bash
# Draws bpmn/*.bpmn to docs/*.svg and docs/*.png, and bpmn/*.dmn to docs/*.png, as Camunda Modeler shows them, and with
# the words of bpmn/texts_es.properties to docs/*.es.svg and docs/*.es.png.
# Needs Node.js 20 or later and Chromium (CHROMIUM names another one than the first on the PATH).
set -euo pipefail
cd "$(dirname "$0")"

CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
export CHROMIUM
[ -n "$CHROMIUM" ] || { echo "render: no Chromium on the PATH; set CHROMIUM to one" >&2; exit 1; }
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --silent
    touch node_modules/.package-lock.json
fi
exec node render.mjs ../../bpmn ../../docs
