"""Technologies that answer by key within milliseconds."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology(
        "Redis",
        "onprem.inmemory.Redis",
        ("Redis Cluster",),
        "a key-value store in memory",
    ),
    Technology(
        "Valkey",
        "",
        (),
        "a key-value store in memory, descended from Redis",
        initials="Vk",
    ),
    Technology(
        "DragonflyDB",
        "",
        ("Dragonfly",),
        "a Redis-compatible store that uses all cores",
    ),
    Technology("Memcached", "onprem.inmemory.Memcached", (), "a cache in memory"),
    Technology("Hazelcast", "onprem.inmemory.Hazelcast", (), "a data grid in memory"),
    Technology(
        "ElastiCache",
        "aws.database.Elasticache",
        ("Amazon ElastiCache",),
        "Redis and Memcached run by AWS",
    ),
    Technology(
        "Memorystore",
        "gcp.database.Memorystore",
        (),
        "Redis and Memcached run by Google Cloud",
    ),
    Technology(
        "Azure Cache for Redis", "azure.databases.CacheRedis", (), "Redis run by Azure"
    ),
    Technology(
        "DynamoDB",
        "aws.database.Dynamodb",
        ("Amazon DynamoDB",),
        "the key-value store of AWS",
    ),
    Technology(
        "Bigtable",
        "gcp.database.Bigtable",
        ("Cloud Bigtable",),
        "the wide-column store of Google Cloud",
    ),
    Technology(
        "Cassandra",
        "onprem.database.Cassandra",
        ("Apache Cassandra",),
        "a wide-column store without a master",
    ),
    Technology(
        "ScyllaDB",
        "onprem.database.Scylla",
        ("Scylla",),
        "a Cassandra-compatible store written in C++",
    ),
    Technology(
        "Amazon Keyspaces",
        "aws.database.KeyspacesManagedApacheCassandraService",
        (),
        "Cassandra run by AWS",
    ),
    Technology(
        "Aerospike",
        "onprem.inmemory.Aerospike",
        (),
        "a key-value store on flash with low tails",
    ),
    Technology(
        "HBase",
        "onprem.database.Hbase",
        ("Apache HBase",),
        "a wide-column store on Hadoop",
    ),
    Technology("RocksDB", "", (), "an embedded key-value store"),
    Technology("FoundationDB", "", (), "an ordered key-value store with transactions"),
    Technology("TAO", "", ("TAO-like",), "a cached graph store for a social network"),
    Technology(
        "Consul",
        "onprem.network.Consul",
        (),
        "service discovery and small configuration",
    ),
    Technology("etcd", "onprem.network.Etcd", (), "small, consistent configuration"),
    Technology(
        "ZooKeeper",
        "onprem.network.Zookeeper",
        ("Apache ZooKeeper",),
        "coordination of distributed systems",
    ),
)
