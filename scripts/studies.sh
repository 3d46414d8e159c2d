# Sourced by the scripts that go through the studies of data/studies/.

export LC_ALL=C  # the studies in the same order on every machine

mrreport=.build/release/mrreport

# The ids of the studies, one a line: their folders' names.
study_ids() {
  local file
  for file in data/studies/*/study.yaml; do
    [ -f "$file" ] || continue
    # Its genome-wide files are not committed; scripts/simulated runs it on simulated ones.
    [ ! -d "$(dirname "$file")/simulation" ] || continue
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

# The designs of simulated studies, one a line.
simulation_designs() {
  local file
  for file in data/studies/*/simulation/*.yaml; do
    if [ -f "$file" ]; then echo "$file"; fi
  done
}

# The id of the study that a design is simulated for: the study's with the design's name.
simulated_id() {
  echo "$(basename "$(dirname "$(dirname "$1")")")-$(basename "$1" .yaml)"
}

# Draws a design's files into DIR/files, and analyses the study on them into DIR/release. Of study.yaml nothing changes but
# the id, the title, and that it names the truth.
simulate_study() {
  local design=$1 target=$2 study name
  study=$(dirname "$(dirname "$design")")
  name=$(basename "$design" .yaml)
  mkdir -p "$target"
  "$mrreport" simulate "$design" --output "$target/files" --quiet
  sed -e "s/^id: .*/id: $(simulated_id "$design")/" -e "s/^title: \(.*\)/title: \"\1 (simulated: $name)\"/" \
    "$study/study.yaml" >"$target/study.yaml"
  echo "truth: files/truth.json" >>"$target/study.yaml"
  cp "$study"/*.tsv "$target/"
  "$mrreport" analyse "$target/study.yaml" --release "$target/release" --quiet
}
