"""Technologies that keep tables: lakes, warehouses, operational databases."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology("S3", "aws.storage.S3", ("Amazon S3",), "object storage of AWS"),
    Technology(
        "GCS",
        "gcp.storage.GCS",
        ("Google Cloud Storage", "Cloud Storage"),
        "object storage of Google Cloud",
    ),
    Technology(
        "Azure Blob Storage",
        "azure.storage.BlobStorage",
        ("Blob Storage",),
        "object storage of Azure",
    ),
    Technology(
        "ADLS",
        "azure.storage.DataLakeStorage",
        ("Azure Data Lake Storage", "Data Lake Storage"),
        "object storage of Azure for analytics",
    ),
    Technology(
        "MinIO",
        "",
        (),
        "S3-compatible object storage that you run yourself",
        initials="MO",
    ),
    Technology(
        "Ceph", "onprem.storage.Ceph", (), "distributed storage for objects and blocks"
    ),
    Technology(
        "Hadoop",
        "onprem.analytics.Hadoop",
        ("HDFS", "Apache Hadoop"),
        "files and jobs spread over many machines",
    ),
    Technology("Parquet", "", ("Apache Parquet",), "a columnar file format"),
    Technology(
        "Iceberg",
        "",
        ("Apache Iceberg",),
        "tables on object storage with snapshots and deletes",
        initials="Ic",
    ),
    Technology(
        "Delta Lake",
        "",
        ("Delta",),
        "tables on object storage with a transaction log",
        initials="DL",
    ),
    Technology(
        "Hudi",
        "",
        ("Apache Hudi",),
        "tables on object storage built for upserts",
        initials="Hu",
    ),
    Technology(
        "Hive",
        "onprem.analytics.Hive",
        ("Apache Hive", "Hive Metastore"),
        "SQL tables on Hadoop, and their catalogue",
    ),
    Technology(
        "Lake Formation",
        "aws.analytics.LakeFormation",
        ("AWS Lake Formation",),
        "access rules for a lake on AWS",
    ),
    Technology(
        "BigQuery",
        "gcp.analytics.BigQuery",
        ("Google BigQuery",),
        "the warehouse of Google Cloud",
    ),
    Technology(
        "Snowflake",
        "saas.analytics.Snowflake",
        (),
        "a warehouse with compute apart from storage",
    ),
    Technology(
        "Redshift",
        "aws.analytics.Redshift",
        ("Amazon Redshift",),
        "the warehouse of AWS",
    ),
    Technology(
        "Synapse",
        "azure.analytics.SynapseAnalytics",
        ("Azure Synapse",),
        "the warehouse of Azure",
    ),
    Technology(
        "Databricks",
        "onprem.analytics.Databricks",
        ("Unity Catalog", "Databricks UC"),
        "a lakehouse with notebooks, jobs and a catalogue",
    ),
    Technology(
        "ClickHouse",
        "onprem.database.Clickhouse",
        (),
        "a columnar database for fast aggregates",
    ),
    Technology(
        "Druid",
        "onprem.database.Druid",
        ("Apache Druid",),
        "aggregates over fresh events",
    ),
    Technology(
        "Pinot",
        "",
        ("Apache Pinot",),
        "aggregates over fresh events at high query rates",
        initials="Pn",
    ),
    Technology(
        "DuckDB",
        "onprem.database.Duckdb",
        (),
        "an analytical database inside the process",
    ),
    Technology(
        "PostgreSQL",
        "onprem.database.Postgresql",
        ("Postgres",),
        "a relational database",
    ),
    Technology("MySQL", "onprem.database.Mysql", (), "a relational database"),
    Technology(
        "MariaDB",
        "onprem.database.Mariadb",
        (),
        "a relational database, descended from MySQL",
    ),
    Technology(
        "Oracle",
        "onprem.database.Oracle",
        ("Oracle Database",),
        "a commercial relational database",
    ),
    Technology(
        "SQL Server",
        "onprem.database.Mssql",
        ("Microsoft SQL Server", "MSSQL"),
        "a commercial relational database",
    ),
    Technology(
        "CockroachDB",
        "onprem.database.Cockroachdb",
        (),
        "a relational database spread over regions",
    ),
    Technology(
        "Spanner",
        "gcp.database.Spanner",
        ("Cloud Spanner",),
        "a relational database spread over the world",
    ),
    Technology(
        "Cloud SQL", "gcp.database.SQL", (), "relational databases run by Google Cloud"
    ),
    Technology(
        "Aurora",
        "aws.database.Aurora",
        ("Amazon Aurora",),
        "a relational database rebuilt by AWS",
    ),
    Technology(
        "RDS", "aws.database.RDS", ("Amazon RDS",), "relational databases run by AWS"
    ),
    Technology("MongoDB", "onprem.database.Mongodb", (), "a document database"),
    Technology(
        "DocumentDB",
        "aws.database.DocumentDB",
        ("Amazon DocumentDB",),
        "a document database run by AWS",
    ),
    Technology(
        "Couchbase",
        "onprem.database.Couchbase",
        (),
        "a document database with a cache inside",
    ),
    Technology(
        "Firestore", "gcp.database.Firestore", (), "a document database for apps"
    ),
    Technology(
        "Cosmos DB",
        "azure.databases.AzureCosmosDb",
        ("Azure Cosmos DB",),
        "a globally spread database of Azure",
    ),
    Technology("Neo4j", "onprem.database.Neo4J", (), "a graph database"),
    Technology(
        "Amazon Neptune", "aws.database.Neptune", (), "a graph database run by AWS"
    ),
    Technology(
        "JanusGraph",
        "onprem.database.Janusgraph",
        (),
        "a graph database on top of a column store",
    ),
    Technology("Dgraph", "onprem.database.Dgraph", (), "a distributed graph database"),
    Technology(
        "InfluxDB", "onprem.database.Influxdb", (), "a database for time series"
    ),
    Technology(
        "Timestream",
        "aws.database.Timestream",
        ("Amazon Timestream",),
        "a database for time series run by AWS",
    ),
    Technology("immudb", "", (), "a database whose history can be proved unaltered"),
    Technology(
        "WORM storage",
        "",
        ("WORM", "S3 Object Lock"),
        "storage that is written once and cannot be changed",
    ),
)
