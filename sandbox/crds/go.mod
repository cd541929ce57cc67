// Modules that are here for their custom resource definitions only: nothing of them is compiled.
module pilothouse.sandbox.crds

go 1.26.0

require (
	github.com/kserve/kserve v0.16.0
	github.com/kubeflow/katib v0.19.0
	github.com/kubeflow/mpi-operator v0.8.0
	sigs.k8s.io/kueue v0.17.0
)
