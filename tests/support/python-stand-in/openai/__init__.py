"""Stands in for Python's `openai` package where it is not installed: takes what its clients take, and posts the body.

It knows the arguments of the two calls by name, as the package does, and refuses others; `extra_body` is laid over them.
What it does not show is that the package itself takes them.
"""

import json
import urllib.request

CHAT = frozenset(
    "messages model audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens max_tokens"
    " metadata modalities n parallel_tool_calls prediction presence_penalty prompt_cache_key reasoning_effort"
    " response_format safety_identifier seed service_tier stop store stream stream_options temperature tool_choice tools"
    " top_logprobs top_p user verbosity web_search_options".split()
)
RESPONSES = frozenset(
    "background conversation include input instructions max_output_tokens max_tool_calls metadata model"
    " parallel_tool_calls previous_response_id prompt prompt_cache_key reasoning safety_identifier service_tier store"
    " stream stream_options temperature text tool_choice tools top_logprobs top_p truncation user".split()
)


class Thing:
    """A JSON object whose keys are attributes; what is missing is None."""

    def __init__(self, fields):
        self.__dict__.update(fields)

    def __getattr__(self, name):
        return None


class Endpoint:
    def __init__(self, client, path, known):
        self.client, self.path, self.known = client, path, known

    def create(self, *, extra_body=None, **arguments):
        unknown = sorted(set(arguments) - self.known)
        if unknown:
            raise TypeError(f"create() got an unexpected keyword argument '{unknown[0]}'")
        body = {**arguments, **(extra_body or {})}
        request = urllib.request.Request(
            self.client.base_url.rstrip("/") + self.path,
            # As the package's transport encodes it: not as ASCII.
            data=json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(),
            headers={
                "Authorization": f"Bearer {self.client.api_key}",
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(request) as response:
            lines = response.read().decode().split("\n")
        for line in lines:
            if line.startswith("data: ") and line != "data: [DONE]":
                yield json.loads(line[6:], object_hook=Thing)


class OpenAI:
    def __init__(self, *, api_key, base_url):
        if not api_key:
            raise ValueError("the api_key client option must be set")
        self.api_key, self.base_url = api_key, base_url
        self.chat = Thing({"completions": Endpoint(self, "/chat/completions", CHAT)})
        self.responses = Endpoint(self, "/responses", RESPONSES)
