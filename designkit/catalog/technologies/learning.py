"""Technologies that make features, labels and models."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology(
        "Feast",
        "",
        (),
        "an open feature store: definitions, joins, materialisation",
        initials="Fe",
    ),
    Technology(
        "Tecton", "", (), "a managed feature platform with streaming", initials="Te"
    ),
    Technology(
        "Hopsworks",
        "",
        (),
        "a feature store with a registry and pipelines",
        initials="Ho",
    ),
    Technology(
        "Chronon",
        "",
        (),
        "one feature definition for batch, stream and request",
        initials="Ch",
    ),
    Technology(
        "Featureform", "", (), "feature definitions over existing stores", initials="Ff"
    ),
    Technology(
        "Vertex AI",
        "gcp.ml.VertexAI",
        ("Vertex",),
        "the machine learning platform of Google Cloud",
    ),
    Technology(
        "SageMaker",
        "aws.ml.Sagemaker",
        ("Amazon SageMaker",),
        "the machine learning platform of AWS",
    ),
    Technology(
        "SageMaker Ground Truth",
        "aws.ml.SagemakerGroundTruth",
        ("Ground Truth",),
        "labelling by people on AWS",
    ),
    Technology(
        "Amazon A2I",
        "aws.ml.AugmentedAi",
        ("Augmented AI",),
        "human review of predictions on AWS",
    ),
    Technology(
        "Azure ML",
        "azure.ml.MachineLearningServiceWorkspaces",
        ("Azure Machine Learning",),
        "the machine learning platform of Azure",
    ),
    Technology("Label Studio", "", (), "an open labelling tool", initials="LS"),
    Technology("Labelbox", "", (), "a managed labelling tool", initials="Lb"),
    Technology("Scale AI", "", (), "labels by a hired workforce", initials="Sc"),
    Technology("Toloka", "", (), "labels by a crowd"),
    Technology("Prodigy", "", (), "labelling that asks about the unsure cases first"),
    Technology("Snorkel", "", (), "labels from voting rules", initials="Sn"),
    Technology("Cleanlab", "", (), "finds wrong labels"),
    Technology(
        "LLM",
        "",
        ("GPT", "Claude", "Gemini", "Llama"),
        "a large language model",
    ),
    Technology("XGBoost", "", (), "gradient-boosted trees"),
    Technology("LightGBM", "", (), "gradient-boosted trees that train fast"),
    Technology("CatBoost", "", (), "gradient-boosted trees for categories"),
    Technology(
        "Gradient-boosted trees",
        "",
        ("GBDT", "GBM", "MART"),
        "many small trees, each correcting the last",
    ),
    Technology("scikit-learn", "", ("sklearn",), "classical models in Python"),
    Technology("PyTorch", "", ("Torch",), "deep learning"),
    Technology("PyTorch Lightning", "", ("Lightning",), "training loops for PyTorch"),
    Technology("TensorFlow", "", (), "deep learning"),
    Technology("Keras", "", (), "deep learning in few lines"),
    Technology("JAX", "", (), "arrays with gradients, for accelerators"),
    Technology("TorchRec", "", (), "sharded embedding tables for PyTorch"),
    Technology(
        "TensorFlow Recommenders",
        "",
        ("TFRS",),
        "retrieval and ranking models in TensorFlow",
    ),
    Technology(
        "NVIDIA Merlin", "", ("Merlin", "HugeCTR"), "recommenders trained on GPUs"
    ),
    Technology("DGL", "", ("Deep Graph Library",), "graph neural networks"),
    Technology("PyTorch Geometric", "", ("PyG",), "graph neural networks on PyTorch"),
    Technology(
        "Hugging Face Transformers",
        "",
        ("Transformers", "Hugging Face", "HuggingFace"),
        "pretrained language and vision models",
    ),
    Technology("Sentence Transformers", "", ("SBERT",), "encoders for sentences"),
    Technology("fastText", "", (), "word vectors and fast text classification"),
    Technology("spaCy", "", (), "parsing and entities of text"),
    Technology("Vowpal Wabbit", "", (), "online learning and bandits"),
    Technology("Prophet", "", (), "forecasts with seasons and holidays"),
    Technology("statsmodels", "", (), "statistics in Python"),
    Technology("Horovod", "", (), "training over many machines"),
    Technology("DeepSpeed", "", (), "training of models larger than one GPU"),
    Technology("Ray", "", (), "Python computation over many machines", initials="Ra"),
    Technology("Ray Tune", "", (), "search for hyperparameters on Ray", initials="RT"),
    Technology("Optuna", "", (), "search for hyperparameters"),
    Technology(
        "Vizier", "", ("Google Vizier",), "search for hyperparameters by Google"
    ),
    Technology(
        "Katib",
        "onprem.workflow.Kubeflow",
        (),
        "search for hyperparameters on Kubeflow",
    ),
    Technology("Hyperopt", "", (), "search for hyperparameters"),
    Technology("Polyaxon", "onprem.mlops.Polyaxon", (), "experiments on Kubernetes"),
    Technology("MLflow", "", (), "runs, models and their versions", initials="ML"),
    Technology(
        "Weights & Biases",
        "",
        ("W&B", "wandb"),
        "runs, models and their versions",
        initials="WB",
    ),
    Technology("ML Metadata", "", ("MLMD",), "lineage of pipelines and models"),
    Technology("Comet", "", ("Comet ML",), "runs and their comparison", initials="Co"),
    Technology("ClearML", "", (), "runs, datasets and queues", initials="CM"),
    Technology("DVC", "", (), "versions of data beside the code", initials="DV"),
    Technology("lakeFS", "", (), "branches and commits for a lake", initials="lF"),
    Technology(
        "Amazon Personalize",
        "aws.ml.Personalize",
        (),
        "recommendations as a service of AWS",
    ),
    Technology(
        "Amazon Fraud Detector",
        "aws.ml.FraudDetector",
        (),
        "fraud scores as a service of AWS",
    ),
    Technology(
        "Recombee", "saas.recommendation.Recombee", (), "recommendations as a service"
    ),
    Technology(
        "Google Recommendations AI",
        "gcp.ml.RecommendationsAI",
        ("Recommendations AI",),
        "recommendations as a service of Google Cloud",
    ),
    Technology("TPU", "gcp.ml.TPU", ("Cloud TPU",), "accelerators of Google"),
    Technology("Jupyter", "", ("JupyterLab",), "notebooks in a browser", initials="Ju"),
)
