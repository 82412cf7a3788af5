"""Small designs with language models, of which the numbers are worked out by hand."""

RENTED = """
workload: {requests-per-day: 432 k, peak-factor: 3, turns-per-task: 5}
objectives: {first-token: {p99: 2 s}, answer: {p99: 10 s}, cost-per-task: 0.10 USD}
components:
  chat: {kind: client}
  gate: {kind: gateway, latency: {p50: 3 ms, p99: 10 ms}}
  assist:
    {kind: agent, system-tokens: 4 k, history-tokens: 1 k, passages: 6,
     passage-tokens: 150, latency: {p50: 5 ms, p99: 20 ms}}
  words: {kind: inverted-index, latency: {p50: 40 ms, p99: 120 ms}}
  door: {kind: llm-gateway, latency: {p50: 2 ms, p99: 10 ms}}
  main:
    kind: hosted-model
    context-window: 16 k
    max-output: 1 k
    input-tokens: {p50: 6 k, p95: 9 k}
    output-tokens: {p50: 400, p95: 401}
    price: {input: 2 USD, cached-input: 0.2 USD, cache-write: 2.5 USD, output: 10 USD}
    cache-min: 1024
    limit-requests: 4 k/min
    limit-input-tokens: 2 M/min
    limit-output-tokens: 400 k/min
    cached-counts: false
    first-token: {p50: 600 ms, p99: 1.8 s}
    per-token: {p50: 20 ms, p99: 60 ms}
flows:
  calls:
    - chat -> gate -> assist: request
    - assist -> words: request
    - words -> assist: passages
    - assist -> door: {carries: prompt, calls-per-request: 2, after: words}
    - door -> main: prompt
    - main -> door -> assist: completion
    - assist -> chat: response
"""

OWN = """
workload: {requests-per-day: 240 k, peak-factor: 4}
objectives: {per-token: {p50: 50 ms}}
components:
  portal: {kind: client}
  ask: {kind: agent, system-tokens: 1 k}
  llm:
    kind: llm-server
    replicas: 12
    parameters: 70.6 bn
    precision: fp8
    cache-precision: fp8
    layers: 80
    kv-heads: 8
    head-size: 128
    width: 8192
    gpus-per-replica: 1
    gpu-memory: 141 GB
    gpu-bandwidth: 4.8 TB/s
    gpu-flops: 1979 T/s
    memory-share: 90%
    batch-max: 64
    input-tokens: {p50: 4.5 k}
    output-tokens: {p50: 350}
    prefix-cache: true
  zoo: {kind: model-registry}
flows:
  calls:
    - portal -> ask: request
    - ask -> llm: prompt
    - llm -> ask: completion
    - ask -> portal: response
  control: [zoo -> llm: model]
"""

LOOP = """
workload: {requests-per-day: 10 k, peak-factor: 3}
objectives: {cost-per-task: 0.20 USD, cost-per-success: 0.40 USD, task-success: 60%}
components:
  desk: {kind: client}
  mend: {kind: agent, deadline: 2 min, steps: {p50: 20}, system-tokens: 8 k}
  run: {kind: tool, error-rate: 5%, result-tokens: {p50: 1.5 k}}
  main:
    kind: hosted-model
    output-tokens: {p50: 200}
    price: {input: 2 USD, cached-input: 0.2 USD, cache-write: 2.5 USD, output: 10 USD}
    first-token: {p50: 2 s, p99: 5 s}
    per-token: {p50: 20 ms}
flows:
  calls:
    - desk -> mend: request
    - mend -> main: prompt
    - main -> mend: completion
    - mend -> run: tool-call
    - run -> mend: tool-result
    - mend -> desk: response
"""
