# bash completion for borderlens and borderlens-viewer. Commands and options are those that the program's own help lists.
_borderlens_options() { sed -nE 's/^ +(-[a-z],)?(--[a-z0-9-]+).*/\2/p; s/^  --help, --version$/--version/p'; }

_borderlens() {
  local word=${COMP_WORDS[COMP_CWORD]} program=${COMP_WORDS[0]} command="" i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; ++i)); do
    [[ ${COMP_WORDS[i]} == -* ]] || { command=${COMP_WORDS[i]}; break; }
  done
  if [[ -z $command ]]; then
    local commands
    commands=$("$program" --help 2>/dev/null | sed -nE '/^Subcommands:/,$ s/^  ([a-z]+)  .*/\1/p')
    mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$word")
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$("$program" "$command" --help 2>/dev/null | _borderlens_options)" -- "$word")
  fi # else a file: -o default
}

_borderlens_viewer() {
  local word=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  [[ $word != -* ]] ||
    mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" --help 2>/dev/null | _borderlens_options)" -- "$word")
}

complete -o bashdefault -o default -F _borderlens borderlens
complete -o bashdefault -o default -F _borderlens_viewer borderlens-viewer
