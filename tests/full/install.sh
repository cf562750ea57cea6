#!/bin/sh
# Programs that only the full tests need: a browser, a word processor, a PDF reader.
set -eu
need=""
command -v chromium >/dev/null 2>&1 || need="$need chromium"
command -v soffice >/dev/null 2>&1 || need="$need libreoffice-writer-nogui"
command -v pdftotext >/dev/null 2>&1 || need="$need poppler-utils"
[ -n "$need" ] || exit 0
root=""
[ "$(id -u)" = 0 ] || root="sudo"
$root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -qq -y --no-install-recommends $need >/dev/null
