{
  global: {
    // User-defined global parameters; accessible to all component and environments
  },
  components: {
    // Component-level parameters, defined initially from 'ks prototype use ...'
    "kubeflow-core": {
      cloud: "null",
      name: "kubeflow-core",
    },
    "cnn": {
      args: "python,tf_cnn_benchmarks.py,--batch_size=32,--model=resnet50",
      image: "gcr.io/kubeflow/tf-benchmarks-cpu:v20171202",
      image_gpu: "gcr.io/kubeflow/tf-benchmarks-gpu:v20171202",
      image_pull_secrets: "",
      name: "cnn",
      namespace: "null",
      num_gpus: 1,
      num_masters: 1,
      num_ps: 1,
      num_workers: 2,
    },
  },
}
