#!/bin/sh
# What only the full tests need: a browser, a word processor, a PDF reader, and checkers.
# Run by `make test-full`, with the environment's Python as its argument.
set -eu
python="$1"
here="$(dirname "$0")"
need=""
command -v chromium >/dev/null 2>&1 || need="$need chromium"
command -v soffice >/dev/null 2>&1 || need="$need libreoffice-writer-nogui"
command -v pdftotext >/dev/null 2>&1 || need="$need poppler-utils"
command -v npm >/dev/null 2>&1 || need="$need nodejs npm"
if [ -n "$need" ]; then
  root=""
  [ "$(id -u)" = 0 ] || root="sudo"
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -qq -y --no-install-recommends $need >/dev/null
fi
"$python" -m pip install --quiet --disable-pip-version-check --require-hashes \
  -r "$here/requirements.txt"
npm ci --silent --no-audit --no-fund --prefix "$here/browser"
