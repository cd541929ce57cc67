# SPDX-License-Identifier: GPL-3.0-or-later
"""What no module gives: kinds whose project the module proxy does not have, and words for definitions without any."""


def text(description, **more):
    return {"type": "string", "description": description} | more


def number(description, **more):
    return {"type": "integer", "format": "int32", "description": description} | more


def switch(description):
    return {"type": "boolean", "description": description}


def many(items, description):
    return {"type": "array", "description": description, "items": items}


def fields(description, required=(), **properties):
    schema = {"type": "object", "description": description, "properties": properties}
    return schema | ({"required": list(required)} if required else {})


def open_map(description):
    return {"type": "object", "description": description, "x-kubernetes-preserve-unknown-fields": True}


def words(description):
    return {"type": "object", "description": description, "additionalProperties": {"type": "string"}}


KSERVE_WORDS = {
    "predictor": "What answers predictions: one model or one container of your own.",
    "transformer": "A container before the predictor: it prepares requests and answers.",
    "explainer": "A container beside the predictor that explains its answers.",
    "canary": "Further predictors with a share of the traffic each (Standard mode, later than KServe 0.16).",
    "model": "The model and its format; a ServingRuntime that supports the format is found for it.",
    "modelFormat": "The format of the model: a ServingRuntime must support it.",
    "runtime": "The ServingRuntime or ClusterServingRuntime to use; left out, KServe looks for one.",
    "runtimeVersion": "Tag of the runtime's image.",
    "protocolVersion": "v1, v2 (open inference protocol) or grpc-v2.",
    "storageUri": "Where the model lies: s3://, gs://, hf://, pvc://, oci://, https:// and others.",
    "storageUris": "Several stores that are mounted at paths of their own.",
    "storage": "Where the model lies, with a key of the storage secret.",
    "sklearn": "A scikit-learn model.", "xgboost": "An XGBoost model.", "lightgbm": "A LightGBM model.",
    "tensorflow": "A TensorFlow SavedModel.", "pytorch": "A PyTorch model (TorchServe).", "onnx": "An ONNX model.",
    "triton": "Models for NVIDIA Triton.", "huggingface": "A Hugging Face model.", "paddle": "A PaddlePaddle model.",
    "pmml": "A PMML model.",
    "minReplicas": "The fewest replicas; 0 lets Knative scale to zero.",
    "maxReplicas": "The most replicas; 0 or left out: no limit.",
    "scaleTarget": "What the autoscaler aims at: per cent of the CPU, requests in flight, requests per second.",
    "scaleMetric": "What the autoscaler looks at: cpu, memory, concurrency or rps.",
    "containerConcurrency": "Requests that one container works on at the same time; 0: no limit.",
    "timeout": "Seconds until a request is given up.",
    "canaryTrafficPercent": "Per cent of the traffic for the newest revision; the rest goes to the one before.",
    "logger": "Sends requests and answers to a listener as CloudEvents.",
    "batcher": "Gathers requests into batches before they reach the model.",
    "labels": "Labels of the pods.", "annotations": "Annotations of the pods.",
    "deploymentStrategy": "How new pods replace old ones; Standard mode only.",
    "autoScaling": "Metrics for HPA or KEDA.",
    "workerSpec": "Further pods of a model that is too large for one node.",
    "pipelineParallelSize": "Nodes that share the layers of the model.",
    "tensorParallelSize": "GPUs that share one layer.",
    "supportedModelFormats": "The formats that this runtime can load.",
    "autoSelect": "Whether KServe may choose this runtime for models that name none.",
    "priority": "The runtime with the highest one is chosen.",
    "protocolVersions": "The protocols that the containers speak.",
    "multiModel": "Whether one pod serves several models (ModelMesh).",
    "disabled": "Whether the runtime is out of use.",
    "containers": "The containers; the one that serves is called kserve-container.",
}


def notebook(core):
    """Notebook 1.11.0 (kubeflow.org): one spec in all three versions."""
    spec = fields("What runs: one pod, in a StatefulSet of one replica.",
                  template=fields("The pod of the notebook.",
                                  spec={"allOf": [core("PodSpec")],
                                        "description": "The pod; its first container is the server and bears the notebook's name."}))
    schema = fields("A server such as Jupyter, VS Code or RStudio in a pod of its own.",
                    apiVersion=text("kubeflow.org/v1"), kind=text("Notebook"), metadata=open_map(""), spec=spec,
                    status=open_map(""))
    kinds = {(f"kubeflow.org/{version}", "Notebook"): schema for version in ("v1", "v1beta1", "v1alpha1")}
    return "Notebooks", "1.11.0", "https://github.com/kubeflow/notebooks", kinds


def seldon_graph(core, depth):
    logger = fields("Sends requests and answers to a listener.", url=text("Address of the listener."),
                    mode=text("What is sent.", enum=["all", "request", "response"]))
    endpoint = fields("Where the container listens; the operator fills it in.", service_host=text("Host."),
                      service_port=number("Port."), type=text("REST or GRPC.", enum=["REST", "GRPC"]),
                      httpPort=number("Port for REST."), grpcPort=number("Port for gRPC."))
    parameter = fields("A parameter of the component.", ("name", "value", "type"), name=text("Its name."),
                       value=text("Its value."),
                       type=text("Its type.", enum=["INT", "FLOAT", "DOUBLE", "STRING", "BOOL"]))
    unit = fields("A step of the inference graph.", ("name",),
                  name=text("Its name: that of its container, unless a server is given by implementation."),
                  type=text("What it does.", enum=["UNKNOWN_TYPE", "ROUTER", "COMBINER", "MODEL", "TRANSFORMER", "OUTPUT_TRANSFORMER"]),
                  implementation=text("A prepackaged server: SKLEARN_SERVER, XGBOOST_SERVER, MLFLOW_SERVER, TENSORFLOW_SERVER, "
                                      "TRITON_SERVER, HUGGINGFACE_SERVER, TEMPO_SERVER, or a built-in step."),
                  methods=many({"type": "string", "enum": ["TRANSFORM_INPUT", "TRANSFORM_OUTPUT", "ROUTE", "AGGREGATE", "SEND_FEEDBACK"]},
                               "The methods of a component of type UNKNOWN_TYPE."),
                  endpoint=endpoint, parameters=many(parameter, "Parameters of the component."),
                  modelUri=text("Where the model of a prepackaged server lies: gs://, s3://, pvc:// and others."),
                  serviceAccountName=text("Account that may read the model."),
                  envSecretRefName=text("Secret with the variables of the storage initializer."),
                  storageInitializerImage=text("Image that fetches the model."), logger=logger)
    unit["properties"]["children"] = many(seldon_graph(core, depth - 1) if depth else open_map("A step of the graph."),
                                          "The steps after this one.")
    return unit


def seldon(core):
    """SeldonDeployment machinelearning.seldon.io/v1 (Seldon Core 1)."""
    pod = fields("A pod of the predictor.", metadata=open_map("Labels and annotations of the pod."),
                 spec={"allOf": [core("PodSpec")], "description": "The pod; its containers bear the names of the graph's steps."},
                 replicas=number("Number of pods."),
                 hpaSpec=open_map("Horizontal autoscaling."), kedaSpec=open_map("Autoscaling by KEDA."),
                 pdbSpec=open_map("How many pods may be evicted."))
    orchestrator = fields("The container that passes requests through the graph.",
                          resources={"allOf": [core("ResourceRequirements")]},
                          env=many(core("EnvVar"), "Its environment."), replicas=number("Number of pods, if separate."))
    explainer = fields("A server that explains the predictions.",
                       type=text("Kind of explanation: AnchorTabular, AnchorImages, KernelShap, TreeShap and others."),
                       modelUri=text("Where the explainer lies."), serviceAccountName=text("Account that may read it."),
                       containerSpec={"allOf": [core("Container")]}, config=words("Settings of the explainer."),
                       endpoint=open_map("Where it listens."), envSecretRefName=text("Secret of the storage initializer."),
                       storageInitializerImage=text("Image that fetches the explainer."), replicas=number("Number of pods."),
                       initParameters=text("Parameters as JSON."))
    predictor = fields("One version of the model with its share of the traffic.", ("name", "graph"),
                       name=text("Its name, different from the others."), graph=seldon_graph(core, 3),
                       componentSpecs=many(pod, "The pods with the containers of the graph."),
                       replicas=number("Number of pods."), annotations=words("Annotations of the predictor."),
                       labels=words("Labels of the pods."), engineResources={"allOf": [core("ResourceRequirements")]},
                       svcOrchSpec=orchestrator, traffic=number("Per cent of the requests."), explainer=explainer,
                       shadow=switch("Gets copies of the requests; its answers are dropped."),
                       ssl=fields("Certificates.", certSecretName=text("Secret with the certificate.")))
    spec = fields("The predictors and how they are reached.", ("predictors",),
                  name=text("Name of the deployment."), predictors=many(predictor, "The versions of the model."),
                  protocol=text("Protocol of the requests.", enum=["seldon", "tensorflow", "kfserving", "v2"]),
                  transport=text("How requests travel.", enum=["rest", "grpc"]), replicas=number("Number of pods of each predictor."),
                  serverType=text("Requests by call or by Kafka.", enum=["rpc", "kafka"]),
                  annotations=words("Annotations."), oauth_key=text("Out of use."), oauth_secret=text("Out of use."))
    schema = fields("A model served by Seldon Core 1.", apiVersion=text("machinelearning.seldon.io/v1"),
                    kind=text("SeldonDeployment"), metadata=open_map(""), spec=spec, status=open_map(""))
    return "Seldon Core", "1.18", "https://github.com/SeldonIO/seldon-core", {("machinelearning.seldon.io/v1", "SeldonDeployment"): schema}


def complete_katib(schema):
    """Choices that Katib's webhook knows and its document does not."""
    spec = schema["properties"]["spec"]["properties"]
    parameter = spec["parameters"]["items"]["properties"]
    parameter["parameterType"]["enum"] = ["double", "int", "discrete", "categorical"]
    parameter["feasibleSpace"]["properties"]["distribution"]["enum"] = ["uniform", "logUniform", "normal", "logNormal"]
    spec["objective"]["properties"]["type"]["enum"] = ["minimize", "maximize"]
    spec["resumePolicy"]["enum"] = ["Never", "LongRunning", "FromVolume"]
    spec["metricsCollectorSpec"]["properties"]["collector"]["properties"]["kind"]["enum"] = [
        "StdOut", "File", "TensorFlowEvent", "PrometheusMetric", "Custom", "Push"]
