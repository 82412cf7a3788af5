"""Technologies that measure, alert, test, explain and protect."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology(
        "TFDV",
        "",
        ("TensorFlow Data Validation",),
        "schemas and skew checks for datasets",
    ),
    Technology("TFMA", "", ("TensorFlow Model Analysis",), "metrics by slice"),
    Technology(
        "Great Expectations",
        "",
        ("GX",),
        "written expectations about tables",
        initials="GX",
    ),
    Technology("Deequ", "", ("PyDeequ",), "unit tests for data on Spark"),
    Technology("Pandera", "", (), "schemas for data frames"),
    Technology("Soda", "", ("Soda Core",), "checks on tables, in YAML", initials="So"),
    Technology(
        "Monte Carlo", "", (), "watches tables for freshness and volume", initials="MC"
    ),
    Technology("Deepchecks", "", (), "test suites for data and models"),
    Technology(
        "Evidently", "", ("Evidently AI",), "drift and quality reports", initials="Ev"
    ),
    Technology(
        "NannyML", "", (), "estimates quality before labels arrive", initials="Na"
    ),
    Technology(
        "WhyLabs", "", ("whylogs",), "profiles of data over time", initials="WL"
    ),
    Technology(
        "Arize", "", ("Phoenix",), "monitoring and tracing of models", initials="Ar"
    ),
    Technology(
        "Fiddler", "", (), "monitoring and explanation of models", initials="Fd"
    ),
    Technology(
        "Prometheus",
        "onprem.monitoring.Prometheus",
        (),
        "collects metrics and evaluates alerts",
    ),
    Technology(
        "Alertmanager",
        "onprem.monitoring.Prometheus",
        (),
        "groups and routes the alerts of Prometheus",
    ),
    Technology(
        "Thanos", "onprem.monitoring.Thanos", (), "Prometheus with a long memory"
    ),
    Technology(
        "Mimir",
        "onprem.monitoring.Mimir",
        ("Grafana Mimir",),
        "Prometheus with a long memory",
    ),
    Technology("Grafana", "onprem.monitoring.Grafana", (), "dashboards and alerts"),
    Technology("Loki", "onprem.logging.Loki", ("Grafana Loki",), "logs beside metrics"),
    Technology(
        "Tempo", "onprem.tracing.Tempo", ("Grafana Tempo",), "traces beside metrics"
    ),
    Technology("Jaeger", "onprem.tracing.Jaeger", (), "traces of requests"),
    Technology(
        "OpenTelemetry",
        "",
        ("OTel",),
        "one standard for traces, metrics and logs",
        initials="OT",
    ),
    Technology(
        "Datadog",
        "onprem.monitoring.Datadog",
        (),
        "metrics, logs and traces as a service",
    ),
    Technology(
        "New Relic",
        "saas.logging.Newrelic",
        (),
        "metrics, logs and traces as a service",
    ),
    Technology(
        "Dynatrace",
        "onprem.monitoring.Dynatrace",
        (),
        "metrics, logs and traces as a service",
    ),
    Technology("Splunk", "onprem.monitoring.Splunk", (), "search over logs"),
    Technology("Sentry", "onprem.monitoring.Sentry", (), "collects errors of programs"),
    Technology(
        "Kibana", "elastic.elasticsearch.Kibana", (), "dashboards over Elasticsearch"
    ),
    Technology(
        "CloudWatch",
        "aws.management.Cloudwatch",
        ("Amazon CloudWatch",),
        "metrics and alerts of AWS",
    ),
    Technology(
        "Cloud Monitoring",
        "gcp.operations.Monitoring",
        ("Stackdriver",),
        "metrics and alerts of Google Cloud",
    ),
    Technology("PagerDuty", "saas.alerting.Pagerduty", (), "wakes the person on call"),
    Technology("Opsgenie", "saas.alerting.Opsgenie", (), "wakes the person on call"),
    Technology("Slack", "saas.chat.Slack", (), "messages to a team"),
    Technology("Looker", "gcp.analytics.Looker", (), "dashboards over a warehouse"),
    Technology(
        "Tableau", "onprem.analytics.Tableau", (), "dashboards for business people"
    ),
    Technology(
        "Power BI", "onprem.analytics.Powerbi", (), "dashboards for business people"
    ),
    Technology(
        "GrowthBook", "", (), "flags and experiments, open source", initials="GB"
    ),
    Technology("Statsig", "", (), "flags and experiments as a service", initials="Sg"),
    Technology("LaunchDarkly", "", (), "feature flags as a service", initials="LD"),
    Technology("Optimizely", "", (), "experiments as a service", initials="Oz"),
    Technology("Unleash", "", (), "feature flags, open source", initials="Un"),
    Technology(
        "Eppo", "", (), "experiment analysis inside the warehouse", initials="Ep"
    ),
    Technology("SHAP", "", ("TreeSHAP",), "shares of each feature in a prediction"),
    Technology("LIME", "", (), "a simple model around one prediction"),
    Technology("Captum", "", (), "attributions for PyTorch"),
    Technology("Integrated gradients", "", (), "attributions along a path of inputs"),
    Technology("InterpretML", "", ("EBM",), "models that can be read"),
    Technology(
        "CloudTrail",
        "aws.management.Cloudtrail",
        ("AWS CloudTrail",),
        "who did what in AWS",
    ),
    Technology(
        "Vault",
        "onprem.security.Vault",
        ("HashiCorp Vault",),
        "secrets, keys and tokens",
    ),
    Technology(
        "Tokenisation vault",
        "",
        ("Tokenization vault",),
        "keeps the true values behind tokens",
    ),
    Technology(
        "Presidio", "", ("Microsoft Presidio",), "finds and masks personal data"
    ),
    Technology("IAB TCF", "", ("TCF", "CMP"), "the consent string of advertising"),
    Technology("OneTrust", "", (), "consent and privacy requests as a service"),
    Technology("DataHub", "", (), "catalogue and lineage of data", initials="DH"),
    Technology(
        "OpenLineage", "", ("Marquez",), "a standard for lineage", initials="OL"
    ),
)
