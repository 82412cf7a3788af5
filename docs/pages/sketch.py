"""A design that leaves out what can be assumed, so that every default is used."""

from functools import cache

from designkit.model.design import Design
from designkit.source.loader import load_text

TEXT = """
designkit: 1
name: Sketch
system: generic
problem: {label: {positive-rate: 1%, delay: {p50: 1 d, p95: 9 d}}}
workload:
  daily-users: 50 M
  requests-per-user: 10
  peak-factor: 3
  items: 10 M
  features: 500
  examples: 100 M
  events-per-day: 1 bn
  event-size: 200 B
  alerts-per-day: 1 k
components:
  app: {kind: client}
  near: {kind: candidate-generator}
  shards: {kind: inverted-index, latency: {p50: 5 ms, p99: 20 ms}}
  usual: {kind: model-server, service-time: 10 ms}
  other: {kind: model-server, service-time: 10 ms}
  online: {kind: online-store, entities: 1 M, entity-size: 1 kB}
  often: {kind: cache, entries: 10 k, keys: 1 M}
  log: {kind: event-log, retention: 7 d, peak-events: 1 k/s, max-events: 5 k/s}
  watch: {kind: stream-scorer, service-time: 5 ms, replicas: 9, max-events: 9 k/s}
  answers: {kind: prediction-log, row-size: 1 kB, retention: 30 d}
  graph: {kind: ann-index, dimensions: 64}
  codes: {kind: ann-index, dimensions: 64, code-size: 16 B}
  train: {kind: trainer, throughput: 10 k/s}
  nightly: {kind: batch-scorer, entities: 40 M, throughput: 4 k/s, cost: 9 USD/h}
  deploy: {kind: deployer, canary: 1%, bake: 1 h}
  drift: {kind: monitor, watch: feature, window: 1 h}
  decide: {kind: decision-engine}
  review: {kind: review-queue, task-time: 5 min}
  agent:
    {kind: agent, system-tokens: 2 k, steps: {p50: 5}, deadline: 2 min,
     latency: {p50: 5 ms, p99: 9 ms}}
  reply: {kind: agent, control: workflow}
  tool: {kind: tool, error-rate: 1%, result-tokens: {p50: 500}}
  brief:
    {kind: hosted-model, output-tokens: {p50: 200, p95: 400},
     first-token: {p50: 1 s, p99: 2 s}, per-token: {p50: 20 ms}}
  rented:
    {kind: hosted-model, context-window: 32 k, output-tokens: {p50: 200},
     price: {input: 2 USD, cached-input: 0.2 USD, output: 10 USD},
     limit-requests: 9 k/min, limit-input-tokens: 9 M/min,
     limit-output-tokens: 9 M/min, first-token: {p50: 1 s, p99: 2 s},
     per-token: {p50: 20 ms, p99: 40 ms}}
  own:
    {kind: llm-server, parameters: 8 bn, precision: bf16, cache-precision: bf16,
     layers: 32, kv-heads: 8, head-size: 128, width: 4096, gpu-memory: 80 GB,
     gpu-bandwidth: 3.35 TB/s, gpu-flops: 989 T/s, batch-max: 64, replicas: 90 k,
     input-tokens: {p50: 2 k}, output-tokens: {p50: 200}}
datasets: {clicks: {negative-rate: 10%}}
objectives:
  first-token: {p99: 3 s}
  answer: {p50: 5 s, p99: 20 s}
  per-token: {p50: 50 ms}
  cost-per-task: 1 USD
  cost-per-success: 2 USD
  task-success: 60%
experiment: {baseline-rate: 5%, mde: 2%, units-per-day: 1 M}
flows:
  calls:
    - app -> near: request
    - near -> usual, other: request
    - usual, other -> decide: prediction
    - decide -> app: response
    - app -> agent: request
    - agent -> rented: {carries: prompt, calls-per-request: 5}
    - agent -> own: {carries: prompt, calls-per-request: 1}
    - rented, own -> agent: completion
    - agent -> tool: tool-call
    - tool -> agent: tool-result
    - agent -> app: response
    - app -> reply: request
    - reply -> brief: prompt
    - reply -> app: response
  lookups:
    - online -> usual: feature-values
    - shards -> near: {carries: candidates, fan-out: 20}
  streams:
    - log -> watch: event
"""


@cache
def sketch() -> Design:
    """Return the design."""
    found = load_text(TEXT).design
    if found is None:
        raise SystemExit("the sketch of docs/pages/sketch.py does not load")
    return found
