# bash completion for pilothouse
_pilothouse() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    case $previous in
        --kubeconfig | --example) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --screenshots) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
        --context) mapfile -t COMPREPLY < <(compgen -W "$(kubectl config get-contexts -o name 2>/dev/null)" -- "$current"); return ;;
        --scale) mapfile -t COMPREPLY < <(compgen -W "1 1.25 1.5 2" -- "$current"); return ;;
        --format) mapfile -t COMPREPLY < <(compgen -W "text json sarif" -- "$current"); return ;;
        --rank | --tail) return ;;
        --to) mapfile -t COMPREPLY < <(compgen -W "TrainJob TFJob PyTorchJob MPIJob" -- "$current"); return ;;
        --trainer-version) mapfile -t COMPREPLY < <(compgen -W "2.0 2.1 2.2 2.3" -- "$current"); return ;;
        sandbox) mapfile -t COMPREPLY < <(compgen -W "up down status doctor reset load fleet gpus logs kubeconfig" -- "$current"); return ;;
    esac
    case ${COMP_WORDS[1]:-} in
        open) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        validate) mapfile -t COMPREPLY < <(compgen -f -W "--format --quiet" -- "$current"); return ;;
        convert) mapfile -t COMPREPLY < <(compgen -f -W "--to --trainer-version --quiet --output" -- "$current"); return ;;
        run) mapfile -t COMPREPLY < <(compgen -f -W "--follow --no-check --all-containers --context --namespace --kubeconfig --sandbox" -- "$current"); return ;;
        logs) mapfile -t COMPREPLY < <(compgen -W "--follow --rank --tail --all-containers --context --namespace --kubeconfig --sandbox" -- "$current"); return ;;
        triage) mapfile -t COMPREPLY < <(compgen -W "--context --namespace --kubeconfig --sandbox" -- "$current"); return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "open validate convert run logs triage sandbox --kubeconfig --context --namespace --start-sandbox --demo --example --screenshots --light --dark --scale --help --version" -- "$current")
}
complete -F _pilothouse pilothouse
