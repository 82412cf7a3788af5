"""Technologies that build, deliver, guard and show a system."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology(
        "Terraform", "onprem.iac.Terraform", ("OpenTofu",), "infrastructure as code"
    ),
    Technology("Pulumi", "onprem.iac.Pulumi", (), "infrastructure as programs"),
    Technology("Ansible", "onprem.iac.Ansible", (), "machines set up over SSH"),
    Technology("CircleCI", "onprem.ci.CircleCI", (), "builds and tests as a service"),
    Technology("TeamCity", "onprem.ci.Teamcity", (), "a build server"),
    Technology("Harbor", "onprem.registry.Harbor", (), "a registry of images"),
    Technology(
        "Artifactory",
        "onprem.registry.Jfrog",
        ("JFrog", "JFrog Artifactory"),
        "a registry of packages and images",
    ),
    Technology("Nomad", "onprem.compute.Nomad", (), "jobs over many machines"),
    Technology("K3s", "onprem.container.K3S", (), "a small Kubernetes"),
    Technology("containerd", "onprem.container.Containerd", (), "runs containers"),
    Technology("Trivy", "onprem.security.Trivy", (), "finds known holes in images"),
    Technology(
        "Cloudflare",
        "saas.cdn.Cloudflare",
        ("Cloudflare Workers", "Cloudflare R2"),
        "a network at the edge, with code and storage",
    ),
    Technology("Fastly", "saas.cdn.Fastly", (), "a content network with code"),
    Technology("Akamai", "saas.cdn.Akamai", (), "a content network"),
    Technology("Caddy", "onprem.network.Caddy", (), "a web server with certificates"),
    Technology("Auth0", "saas.identity.Auth0", (), "sign-in as a service"),
    Technology("Okta", "saas.identity.Okta", (), "identities of employees"),
    Technology("Microsoft Teams", "saas.chat.Teams", ("MS Teams",), "chat of teams"),
    Technology("Discord", "saas.chat.Discord", (), "chat of communities"),
    Technology("Telegram", "saas.chat.Telegram", (), "chat with bots"),
    Technology("PayPal", "saas.payment.Paypal", (), "payments as a service"),
    Technology("n8n", "saas.automation.N8N", (), "automation by drawn workflows"),
    Technology(
        "Superset",
        "onprem.analytics.Superset",
        ("Apache Superset",),
        "open dashboards over SQL",
    ),
    Technology("Metabase", "onprem.analytics.Metabase", (), "open dashboards"),
    Technology(
        "QuickSight",
        "aws.analytics.Quicksight",
        ("Amazon QuickSight",),
        "the dashboards of AWS",
    ),
    Technology(
        "Streamlit", "", (), "apps in Python for data and models", initials="St"
    ),
    Technology("Gradio", "", (), "a page to try a model", initials="Gr"),
    Technology("Django", "programming.framework.Django", (), "web sites in Python"),
    Technology("CouchDB", "onprem.database.Couchdb", (), "documents that replicate"),
    Technology("ZeroMQ", "onprem.queue.Zeromq", (), "messages without a broker"),
    Technology("EMQX", "onprem.queue.Emqx", (), "a broker of MQTT"),
)
