"""Technologies that move events and tables from place to place."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology(
        "Kafka",
        "onprem.queue.Kafka",
        ("Apache Kafka",),
        "an ordered log of events that many readers follow",
    ),
    Technology(
        "Kafka Connect",
        "onprem.queue.Kafka",
        (),
        "copies between Kafka and other systems without code",
    ),
    Technology(
        "Kafka Streams",
        "onprem.queue.Kafka",
        (),
        "stream processing as a library on top of Kafka",
    ),
    Technology("ksqlDB", "", (), "SQL over Kafka topics"),
    Technology(
        "Amazon MSK",
        "aws.analytics.ManagedStreamingForKafka",
        ("MSK",),
        "Kafka run by AWS",
    ),
    Technology(
        "Confluent",
        "",
        ("Confluent Cloud",),
        "Kafka as a service, with a schema registry",
        initials="Cf",
    ),
    Technology(
        "Redpanda", "", (), "a Kafka-compatible log in one binary", initials="Rp"
    ),
    Technology(
        "Kinesis",
        "aws.analytics.KinesisDataStreams",
        ("Amazon Kinesis", "Kinesis Data Streams"),
        "the event log of AWS",
    ),
    Technology(
        "Firehose",
        "aws.analytics.KinesisDataFirehose",
        ("Kinesis Firehose", "Amazon Data Firehose"),
        "delivers streams into AWS storage",
    ),
    Technology(
        "Pub/Sub",
        "gcp.analytics.Pubsub",
        ("PubSub", "Google Pub/Sub", "Cloud Pub/Sub"),
        "the event bus of Google Cloud",
    ),
    Technology(
        "Event Hubs",
        "azure.analytics.EventHubs",
        ("Azure Event Hubs",),
        "the event log of Azure",
    ),
    Technology(
        "Pulsar",
        "",
        ("Apache Pulsar",),
        "an event log that keeps storage apart from brokers",
        initials="Pu",
    ),
    Technology(
        "NATS",
        "onprem.queue.Nats",
        ("JetStream",),
        "light messaging with an optional log",
    ),
    Technology(
        "RabbitMQ",
        "onprem.queue.Rabbitmq",
        (),
        "a message broker with routing and acknowledgements",
    ),
    Technology(
        "ActiveMQ",
        "onprem.queue.Activemq",
        ("Apache ActiveMQ",),
        "a message broker for Java systems",
    ),
    Technology(
        "SQS", "aws.integration.SQS", ("Amazon SQS",), "a managed queue of tasks"
    ),
    Technology(
        "SNS",
        "aws.integration.SNS",
        ("Amazon SNS",),
        "sends one message to many receivers",
    ),
    Technology(
        "EventBridge",
        "aws.integration.Eventbridge",
        ("Amazon EventBridge",),
        "routes events by rule and by clock",
    ),
    Technology(
        "Service Bus",
        "azure.integration.ServiceBus",
        ("Azure Service Bus",),
        "queues and topics of Azure",
    ),
    Technology("Celery", "onprem.queue.Celery", (), "a task queue for Python"),
    Technology(
        "Schema Registry",
        "",
        ("Confluent Schema Registry",),
        "keeps the schemas of events and refuses breaking changes",
    ),
    Technology(
        "Debezium", "", (), "reads every change out of a database log", initials="De"
    ),
    Technology(
        "AWS DMS",
        "aws.database.DMS",
        ("DMS", "Database Migration Service"),
        "replicates databases into AWS",
    ),
    Technology(
        "Fivetran",
        "",
        (),
        "managed connectors from business systems to a warehouse",
        initials="Fi",
    ),
    Technology(
        "Airbyte",
        "",
        (),
        "open connectors from business systems to a warehouse",
        initials="Ai",
    ),
    Technology(
        "Stitch",
        "saas.analytics.Stitch",
        (),
        "managed loading of sources into a warehouse",
    ),
    Technology(
        "Singer",
        "onprem.analytics.Singer",
        (),
        "a standard for small extract and load programs",
    ),
    Technology("Embulk", "onprem.etl.Embulk", (), "bulk loading by plug-ins"),
    Technology(
        "NiFi",
        "onprem.workflow.Nifi",
        ("Apache NiFi",),
        "routes data flows that are drawn on a canvas",
    ),
    Technology(
        "Data Factory",
        "azure.analytics.DataFactories",
        ("Azure Data Factory",),
        "copies and prepares data in Azure",
    ),
    Technology(
        "Sqoop", "", ("Apache Sqoop",), "bulk copies between databases and Hadoop"
    ),
    Technology(
        "Fluentd", "onprem.aggregator.Fluentd", (), "collects and forwards logs"
    ),
    Technology(
        "Fluent Bit",
        "onprem.logging.Fluentbit",
        (),
        "collects logs with a small footprint",
    ),
    Technology(
        "Vector",
        "onprem.aggregator.Vector",
        (),
        "collects and reshapes logs and metrics",
    ),
    Technology(
        "Logstash",
        "elastic.elasticsearch.Logstash",
        (),
        "parses logs on their way to Elasticsearch",
    ),
    Technology(
        "Snowplow", "", (), "collects behaviour events against a schema", initials="Sp"
    ),
    Technology(
        "Segment",
        "",
        ("Twilio Segment",),
        "collects behaviour events and passes them to tools",
        initials="Sm",
    ),
    Technology(
        "RudderStack", "", (), "collects behaviour events into your own warehouse"
    ),
    Technology(
        "Twilio", "saas.communication.Twilio", (), "sends text messages and calls"
    ),
)
