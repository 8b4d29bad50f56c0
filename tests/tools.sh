#!/bin/sh
# What the suite needs beside Python: Chromium, Java, LibreOffice, the HTML checker. Installs what it may,
# else says what to do.
set -eu
cd "$(dirname "$0")/.."

missing=""
command -v java >/dev/null 2>&1 || missing="default-jre-headless"
command -v soffice >/dev/null 2>&1 || missing="libreoffice-calc-nogui $missing"
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && break
done || missing="chromium $missing"

if [ -n "$missing" ]; then
  apt=""
  if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then apt="apt-get"
    elif sudo -n true 2>/dev/null; then apt="sudo apt-get"
    fi
  fi
  if [ -z "$apt" ]; then
    echo "The suite needs Chromium, Java and LibreOffice. Please install what is missing, on Debian: sudo apt-get install $missing" >&2
    exit 1
  fi
  # shellcheck disable=SC2086 # several words, several packages
  $apt update -qq && $apt install -y -qq --no-install-recommends $missing >/dev/null
fi

.venv/bin/python tests/vnu.py
