# Sourced by the scripts that go through the studies of data/studies/.

export LC_ALL=C  # the studies in the same order on every machine

mrreport=.build/release/mrreport

# The ids of the studies, one a line: their folders' names.
study_ids() {
  local file
  for file in data/studies/*/study.yaml; do
    [ -f "$file" ] || continue
    basename "$(dirname "$file")"
  done
}

# Analyses a study afresh and compares that with its committed release.
verify_study() {
  local code=0
  "$mrreport" verify "data/studies/$1/study.yaml" --release "data/releases/$1" || code=$?
  if [ "$code" -eq 1 ]; then
    echo "$1: a fresh analysis differs from data/releases/$1, as listed above." >&2
    echo "If the change is meant, \`make releases\` records it; name it in CHANGELOG.md." >&2
  fi
  return "$code"
}

# Renders every committed release into one site.
render_releases() {
  local arguments=() id
  for id in $(study_ids); do arguments+=(--release "data/releases/$id"); done
  "$mrreport" render "${arguments[@]}" --output "$1"
}
