"""Technologies that find things: by vector, by word, by place."""

from designkit.catalog.kind import Technology

TECHNOLOGIES: tuple[Technology, ...] = (
    Technology("Faiss", "", (), "vector search as a library"),
    Technology("ScaNN", "", (), "vector search as a library by Google"),
    Technology("hnswlib", "", (), "vector search by HNSW as a small library"),
    Technology("Annoy", "", (), "vector search by random trees"),
    Technology("DiskANN", "", (), "vector search from disk"),
    Technology("HNSW", "", (), "nearest neighbours by walking a layered graph"),
    Technology(
        "IVF-PQ", "", ("IVF",), "nearest neighbours in cells, with compressed vectors"
    ),
    Technology("Milvus", "", ("Zilliz",), "a vector database", initials="Mi"),
    Technology(
        "Qdrant", "onprem.database.Qdrant", (), "a vector database with filters"
    ),
    Technology(
        "Weaviate", "", (), "a vector database with hybrid search", initials="We"
    ),
    Technology("Pinecone", "", (), "a managed vector database", initials="Pi"),
    Technology(
        "Chroma", "", ("ChromaDB",), "an embedded vector database", initials="Cr"
    ),
    Technology("LanceDB", "", (), "vectors in files on object storage", initials="La"),
    Technology("pgvector", "", (), "vectors inside PostgreSQL", initials="pv"),
    Technology(
        "Vertex AI Vector Search",
        "",
        ("Matching Engine",),
        "vector search of Google Cloud",
    ),
    Technology(
        "Elasticsearch",
        "elastic.elasticsearch.Elasticsearch",
        ("Elastic",),
        "search by words, fields and vectors",
    ),
    Technology(
        "OpenSearch", "", (), "search by words, fields and vectors", initials="OS"
    ),
    Technology(
        "Amazon OpenSearch",
        "aws.analytics.AmazonOpensearchService",
        ("Amazon OpenSearch Service",),
        "OpenSearch run by AWS",
    ),
    Technology(
        "Azure AI Search",
        "azure.aimachinelearning.CognitiveSearch",
        ("Cognitive Search",),
        "the search service of Azure",
    ),
    Technology(
        "Solr", "onprem.search.Solr", ("Apache Solr",), "search on top of Lucene"
    ),
    Technology("Lucene", "", ("Apache Lucene",), "inverted indexes as a library"),
    Technology(
        "Vespa", "", (), "search, vectors and ranking in one engine", initials="Ve"
    ),
    Technology("Algolia", "", (), "search as a service", initials="Al"),
    Technology("BM25", "", (), "relevance by word counts"),
    Technology("Bloom filter", "", (), "a small set that may err towards yes"),
    Technology("Roaring bitmap", "", ("Roaring bitmaps",), "compressed sets of ids"),
    Technology(
        "Two-tower",
        "",
        (),
        "one encoder for users, one for items, a dot product between",
    ),
    Technology(
        "Co-visitation", "", ("co-watch",), "items that the same people looked at"
    ),
    Technology("OSRM", "gis.routing.Osrm", (), "fastest routes on OpenStreetMap"),
    Technology(
        "Valhalla", "gis.routing.Valhalla", (), "routes with time-dependent speeds"
    ),
    Technology(
        "GraphHopper", "gis.routing.Graphhopper", (), "routes as a Java library"
    ),
    Technology(
        "Contraction hierarchies",
        "",
        (),
        "shortest paths with shortcuts made beforehand",
    ),
    Technology("H3", "", (), "hexagonal cells of the map"),
    Technology("S2", "", ("S2 Geometry",), "square cells of the globe"),
    Technology(
        "Maps feed",
        "",
        ("Google Maps", "Mapbox", "HERE"),
        "maps and traffic bought from outside",
    ),
)
