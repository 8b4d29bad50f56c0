#!/bin/sh
# What the suite needs beside Python: a Chromium. Installs it where it may, else says what to do.
set -eu
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
apt=""
if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then apt="apt-get"
  elif sudo -n true 2>/dev/null; then apt="sudo apt-get"
  fi
fi
if [ -z "$apt" ]; then
  echo "The browser tests need Chromium. Please install it, on Debian: sudo apt-get install chromium" >&2
  exit 1
fi
$apt update -qq && $apt install -y -qq --no-install-recommends chromium >/dev/null
