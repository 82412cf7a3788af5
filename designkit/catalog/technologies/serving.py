"""Technologies that answer a request: gateways, servers, platforms."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology(
        "Envoy",
        "onprem.network.Envoy",
        (),
        "a proxy with deadlines, retries and metrics",
    ),
    Technology("NGINX", "onprem.network.Nginx", (), "a web server and proxy"),
    Technology("HAProxy", "onprem.network.Haproxy", (), "a load balancer"),
    Technology("Kong", "onprem.network.Kong", (), "an API gateway"),
    Technology(
        "Traefik", "onprem.network.Traefik", (), "a proxy that finds its services"
    ),
    Technology("Istio", "onprem.network.Istio", (), "a service mesh on Envoy"),
    Technology("Linkerd", "onprem.network.Linkerd", (), "a light service mesh"),
    Technology(
        "API Gateway",
        "aws.network.APIGateway",
        ("Amazon API Gateway",),
        "the front door of AWS",
    ),
    Technology(
        "Azure API Management",
        "azure.integration.APIManagement",
        ("API Management",),
        "the front door of Azure",
    ),
    Technology(
        "Elastic Load Balancing",
        "aws.network.ELB",
        ("ELB", "ALB"),
        "the load balancers of AWS",
    ),
    Technology(
        "Cloud Load Balancing",
        "gcp.network.LoadBalancing",
        (),
        "the load balancers of Google Cloud",
    ),
    Technology(
        "CloudFront", "aws.network.CloudFront", (), "the content network of AWS"
    ),
    Technology(
        "GraphQL", "programming.framework.Graphql", (), "one query for many services"
    ),
    Technology("gRPC", "", (), "calls between services with typed messages"),
    Technology(
        "FastAPI", "programming.framework.FastAPI", (), "web services in Python"
    ),
    Technology(
        "Flask", "programming.framework.Flask", (), "small web services in Python"
    ),
    Technology(
        "Spring Boot",
        "programming.framework.Spring",
        ("Spring",),
        "web services in Java",
    ),
    Technology("Resilience4j", "", (), "circuit breakers and timeouts in Java"),
    Technology("Kubernetes", "k8s.K8S", ("K8s",), "runs containers on a cluster"),
    Technology(
        "HPA",
        "k8s.clusterconfig.HPA",
        ("Horizontal Pod Autoscaler",),
        "adds and removes pods by load",
    ),
    Technology("KEDA", "", (), "scales pods by queue length"),
    Technology(
        "Docker", "onprem.container.Docker", (), "packs a program with what it needs"
    ),
    Technology("EKS", "aws.compute.EKS", ("Amazon EKS",), "Kubernetes run by AWS"),
    Technology("ECS", "aws.compute.ECS", ("Amazon ECS",), "containers run by AWS"),
    Technology("EC2", "aws.compute.EC2", ("Amazon EC2",), "machines of AWS"),
    Technology("Lambda", "aws.compute.Lambda", ("AWS Lambda",), "functions of AWS"),
    Technology("AWS Batch", "aws.compute.Batch", (), "batch jobs of AWS"),
    Technology("GKE", "gcp.compute.GKE", (), "Kubernetes run by Google Cloud"),
    Technology(
        "Cloud Run",
        "gcp.compute.Run",
        (),
        "containers of Google Cloud that scale to nothing",
    ),
    Technology(
        "Cloud Functions", "gcp.compute.Functions", (), "functions of Google Cloud"
    ),
    Technology(
        "Triton",
        "",
        ("Triton Inference Server", "NVIDIA Triton"),
        "serves many model formats, with batching",
        initials="Tr",
    ),
    Technology("TensorRT", "", (), "compiles models for NVIDIA GPUs", initials="RX"),
    Technology("TorchServe", "", (), "serves PyTorch models", initials="TS"),
    Technology(
        "TensorFlow Serving",
        "",
        ("TF Serving", "TFServing"),
        "serves TensorFlow models",
    ),
    Technology(
        "ONNX Runtime",
        "",
        ("ONNX",),
        "runs models of many frameworks, on many devices",
        initials="OX",
    ),
    Technology(
        "KServe", "", ("KFServing",), "model serving on Kubernetes", initials="KS"
    ),
    Technology(
        "Seldon",
        "",
        ("Seldon Core",),
        "model serving and rollout on Kubernetes",
        initials="Se",
    ),
    Technology("BentoML", "", (), "packs a model as a service", initials="BM"),
    Technology("Ray Serve", "", (), "model serving on Ray", initials="RS"),
    Technology(
        "vLLM",
        "",
        (),
        "serves language models with shared memory for caches",
        initials="vL",
    ),
    Technology("Treelite", "", (), "compiles trees into code"),
    Technology(
        "Bedrock",
        "aws.ml.Bedrock",
        ("Amazon Bedrock",),
        "language models as a service of AWS",
    ),
    Technology(
        "Azure OpenAI",
        "azure.aimachinelearning.AzureOpenai",
        (),
        "language models as a service of Azure",
    ),
    Technology(
        "Rekognition",
        "aws.ml.Rekognition",
        ("Amazon Rekognition",),
        "image recognition as a service of AWS",
    ),
    Technology(
        "Comprehend",
        "aws.ml.Comprehend",
        ("Amazon Comprehend",),
        "text analysis as a service of AWS",
    ),
    Technology(
        "Argo Rollouts",
        "onprem.gitops.Argocd",
        (),
        "canaries and rollbacks on Kubernetes",
    ),
    Technology(
        "Argo CD",
        "onprem.gitops.Argocd",
        ("ArgoCD",),
        "keeps a cluster as the repository says",
    ),
    Technology("Flagger", "onprem.gitops.Flagger", (), "canaries judged by metrics"),
    Technology(
        "Flux",
        "onprem.gitops.Flux",
        ("FluxCD",),
        "keeps a cluster as the repository says",
    ),
    Technology(
        "Spinnaker", "onprem.cd.Spinnaker", (), "release pipelines over several clouds"
    ),
    Technology("Tekton", "onprem.cd.Tekton", (), "build pipelines on Kubernetes"),
    Technology("Web", "", ("web app", "browser"), "a page in a browser"),
    Technology("iOS", "generic.os.IOS", ("iPhone",), "an app on an Apple device"),
    Technology("Android", "generic.os.Android", (), "an app on an Android device"),
    Technology(
        "React", "programming.framework.React", (), "web interfaces from components"
    ),
    Technology(
        "Flutter", "programming.framework.Flutter", (), "one app for several devices"
    ),
    Technology("SDK", "", ("client SDK",), "our code inside the app of somebody else"),
    Technology("Partner API", "", (), "another company that calls us, or is called"),
    Technology(
        "Point of sale", "", ("POS", "payment terminal"), "the terminal in a shop"
    ),
)
