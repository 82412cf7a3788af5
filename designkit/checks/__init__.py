"""Rules, the checker that runs them, waivers, baselines, reports."""
