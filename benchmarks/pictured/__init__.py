"""Pictures of many designs, judged by the gates, and how bad they may be."""
