# bash completion for pilothouse-sandbox
_pilothouse_sandbox() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    case $previous in
        --state) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
        load) mapfile -t COMPREPLY < <(compgen -f -X '!*.tar' -- "$current"); return ;;
        logs) mapfile -t COMPREPLY < <(compgen -W "etcd apiserver kcm scheduler kubelet kube-proxy containerd coredns" -- "$current"); return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "up down status doctor reset load fleet gpus logs kubeconfig --state --json --foreground --follow --simulate-gpus --help --version" -- "$current")
}
complete -F _pilothouse_sandbox pilothouse-sandbox
