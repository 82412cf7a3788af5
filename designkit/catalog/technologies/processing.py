"""Technologies that compute over data, and that start the computing."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology(
        "Spark",
        "onprem.analytics.Spark",
        ("Apache Spark", "PySpark"),
        "batch computation over large tables",
    ),
    Technology(
        "Spark Structured Streaming",
        "onprem.analytics.Spark",
        ("Structured Streaming", "Spark Streaming"),
        "Spark over streams, in small batches",
    ),
    Technology(
        "Flink",
        "onprem.analytics.Flink",
        ("Apache Flink", "PyFlink"),
        "stream computation with state and event time",
    ),
    Technology(
        "Amazon Managed Flink",
        "aws.analytics.KinesisDataAnalytics",
        ("Managed Service for Apache Flink", "Kinesis Data Analytics"),
        "Flink run by AWS",
    ),
    Technology(
        "Beam",
        "onprem.analytics.Beam",
        ("Apache Beam",),
        "one pipeline code for batch and stream",
    ),
    Technology(
        "Dataflow",
        "gcp.analytics.Dataflow",
        ("Google Dataflow", "Cloud Dataflow"),
        "Beam run by Google Cloud",
    ),
    Technology(
        "Stream Analytics",
        "azure.analytics.StreamAnalyticsJobs",
        ("Azure Stream Analytics",),
        "SQL over streams in Azure",
    ),
    Technology(
        "Storm",
        "onprem.analytics.Storm",
        ("Apache Storm",),
        "stream computation, tuple by tuple",
    ),
    Technology("RisingWave", "", (), "SQL views over streams, kept up to date"),
    Technology(
        "Materialize", "", (), "SQL views over streams, kept up to date", initials="Mz"
    ),
    Technology("Dataproc", "gcp.analytics.Dataproc", (), "Spark run by Google Cloud"),
    Technology("EMR", "aws.analytics.EMR", ("Amazon EMR",), "Spark run by AWS"),
    Technology(
        "Glue",
        "aws.analytics.Glue",
        ("AWS Glue",),
        "catalogue and serverless jobs of AWS",
    ),
    Technology(
        "Athena", "aws.analytics.Athena", ("Amazon Athena",), "SQL over files in S3"
    ),
    Technology(
        "dbt", "onprem.analytics.Dbt", (), "SQL models with tests, inside the warehouse"
    ),
    Technology(
        "Dataform",
        "saas.analytics.Dataform",
        (),
        "SQL models with tests, inside BigQuery",
    ),
    Technology("Trino", "onprem.analytics.Trino", (), "SQL across many sources"),
    Technology("Presto", "", ("PrestoDB",), "SQL across many sources", initials="Ps"),
    Technology("Dremio", "onprem.analytics.Dremio", (), "SQL over a lake"),
    Technology("pandas", "", (), "tables in Python memory"),
    Technology("Polars", "", (), "fast tables in Python memory"),
    Technology("Dask", "", (), "Python arrays and tables over many machines"),
    Technology("GraphFrames", "", (), "graph algorithms on Spark"),
    Technology(
        "Airflow",
        "onprem.workflow.Airflow",
        ("Apache Airflow", "Airflow-like"),
        "pipelines as Python graphs, run by the clock",
    ),
    Technology(
        "MWAA",
        "aws.management.AmazonManagedWorkflowsApacheAirflow",
        ("Amazon MWAA",),
        "Airflow run by AWS",
    ),
    Technology(
        "Cloud Composer",
        "gcp.analytics.Composer",
        ("Composer",),
        "Airflow run by Google Cloud",
    ),
    Technology(
        "Kubeflow Pipelines",
        "onprem.workflow.Kubeflow",
        ("Kubeflow", "KFP"),
        "machine learning pipelines on Kubernetes",
    ),
    Technology(
        "Dagster", "", (), "pipelines described by the tables they make", initials="Da"
    ),
    Technology(
        "Prefect", "", (), "pipelines as ordinary Python functions", initials="Pf"
    ),
    Technology(
        "Metaflow",
        "",
        (),
        "pipelines for data scientists, from laptop to cloud",
        initials="Mf",
    ),
    Technology("Flyte", "", (), "typed pipelines on Kubernetes", initials="Fl"),
    Technology(
        "Temporal", "", (), "long-running workflows that survive crashes", initials="Tm"
    ),
    Technology(
        "Argo Workflows",
        "onprem.gitops.Argocd",
        ("Argo",),
        "pipelines of containers on Kubernetes",
    ),
    Technology(
        "Argo Events",
        "onprem.gitops.Argocd",
        (),
        "starts workflows when something happens",
    ),
    Technology(
        "Step Functions",
        "aws.integration.StepFunctions",
        ("AWS Step Functions",),
        "state machines of AWS",
    ),
    Technology("Cloud Scheduler", "gcp.devtools.Scheduler", (), "cron of Google Cloud"),
    Technology("Digdag", "onprem.workflow.Digdag", (), "simple pipelines in YAML"),
    Technology("ZenML", "", (), "pipelines that move between stacks", initials="Ze"),
    Technology(
        "TFX", "", ("TensorFlow Extended",), "pipeline components around TensorFlow"
    ),
    Technology("Jenkins", "onprem.ci.Jenkins", (), "builds and tests code"),
    Technology("GitHub", "onprem.vcs.Github", (), "code, reviews and releases"),
    Technology("GitLab", "onprem.vcs.Gitlab", (), "code, reviews and pipelines"),
    Technology(
        "GitHub Actions",
        "onprem.ci.GithubActions",
        (),
        "builds and tests code on GitHub",
    ),
    Technology(
        "GitLab CI", "onprem.ci.Gitlabci", (), "builds and tests code on GitLab"
    ),
)
