"""Calls the prompts and flows that a stack deploys, by name. Copy this file; it needs boto3 1.35.62 or newer.

    prompts = Prompts("/bedrock-prompts/prod")     # the stack's parameterPath
    answer = prompts["greeting-email"].converse({"customer_name": "María"})
    print(answer.text, answer.usage); answer.succeeded(True)  # response: what boto3 returned; the metric Success
"""
import hashlib, hmac, json, sys, threading, time
import boto3


class Prompts:
    """The prompts and flows of one stack, for all threads. With a `unit_key` (bytes) that all processes
    share, a keyed hash shows which calls belong to the same unit; `metrics` gets the lines of `succeeded`."""
    KEPT_SECONDS = 60
    def __init__(self, path, *, stack=None, unit_key=None, session=boto3, metrics=sys.stdout):
        self.path, self.stack, self.unit_key, self.metrics = path, stack or path.split("/")[-1], unit_key, metrics
        self.ssm, self.runtime, self.flows = map(session.client, ("ssm", "bedrock-runtime", "bedrock-agent-runtime"))
        self._known, self._turn = {}, threading.Lock()

    def __getitem__(self, name):
        return Prompt(self, name)

    def look_up(self, name):
        """The live ARN and the experiment or None, cached for a minute; old ones are better than none."""
        with self._turn:
            known, until = self._known.get(name, (None, 0))
            if known and time.monotonic() < until:
                return known
            # During a look-up, and after a failed one, other calls use the cached values.
            until = time.monotonic() + self.KEPT_SECONDS
            self._known[name] = known, until
        live, experiment = f"{self.path}/{name}/live", f"{self.path}/{name}/experiment"
        try:
            found = {p["Name"]: p["Value"] for p in self.ssm.get_parameters(Names=[live, experiment])["Parameters"]}
        except Exception:
            if not known:
                raise
            return known
        if live not in found:
            missing = {"Error": {"Code": "ParameterNotFound", "Message": live}}
            raise self.ssm.exceptions.ParameterNotFound(missing, "GetParameters")
        self._known[name] = (found[live], json.loads(found.get(experiment, "null"))), until
        return self._known[name][0]


class Prompt:
    """A prompt or flow by name. A unit (a user, an account ...) may get an arm of an experiment."""
    def __init__(self, prompts, name, unit=None):
        self.prompts, self.name, self.unit = prompts, name, unit

    def for_unit(self, unit):
        return Prompt(self.prompts, self.name, unit)

    def converse(self, variables={}, **more):
        """Calls the prompt; `more` is what else Converse accepts with a prompt, such as messages."""
        tags, request = self._request(variables, more)
        response = self.prompts.runtime.converse(**request)
        text = "".join(block.get("text", "") for block in response["output"]["message"]["content"])
        return Answer(self.prompts, tags, response, text=text, usage=response["usage"])

    def stream(self, variables={}, **more):
        """Calls the prompt; iterating over the answer yields its text as it arrives; then text and usage are set."""
        tags, request = self._request(variables, more)
        return Answer(self.prompts, tags, self.prompts.runtime.converse_stream(**request))

    def invoke(self, document, node="FlowInputNode"):
        """Calls the flow; `node` is its Input. The answer's outputs are the documents of its Output nodes, by name."""
        arn, tags = self.choose()
        flow, alias = arn.split("/")[1::2]
        given = [{"nodeName": node, "nodeOutputName": "document", "content": {"document": document}}]
        response = self.prompts.flows.invoke_flow(flowIdentifier=flow, flowAliasIdentifier=alias, inputs=given)
        left = [event["flowOutputEvent"] for event in response["responseStream"] if "flowOutputEvent" in event]
        outputs = {event["nodeName"]: event["content"]["document"] for event in left}
        return Answer(self.prompts, tags, response, outputs=outputs)

    def choose(self):
        """What to call now, with its tags; the release is the version's number on AWS unless an experiment names it."""
        arn, experiment = self.prompts.look_up(self.name)
        version = arn.split("/")[-1] if "/alias/" in arn else f"v{arn.split(':')[6]}" if arn.count(":") > 5 else "DRAFT"
        tags = {"prompt": self.name, "release": version}
        if self.unit is None or not experiment or (experiment["v"], experiment["hash"]) != (1, "gb2-utf8"):
            return arn, tags
        dealt = bucket(experiment["seed"], self.unit)
        arms = (arm for arm in experiment["arms"] if arm["range"][0] <= dealt < arm["range"][1])
        chosen = next(arms, experiment["otherwise"])
        tags["release"] = str(chosen["release"])
        if "key" in chosen:
            tags.update(experiment=experiment["experiment"], arm=chosen["key"])
        if "key" in chosen and self.prompts.unit_key:
            tags["unit"] = hmac.new(self.prompts.unit_key, self.unit.encode(), hashlib.sha256).hexdigest()[:32]
        return chosen["arn"], tags

    def _request(self, variables, more):
        arn, tags = self.choose()
        texts = {name: {"text": str(value)} for name, value in variables.items()}
        return tags, {"modelId": arn, "promptVariables": texts, "requestMetadata": tags, **more}


class Answer:
    def __init__(self, prompts, tags, response, text="", usage=None, outputs=None):
        self.prompts, self.tags, self.response = prompts, tags, response
        self.text, self.usage, self.outputs = text, usage, outputs

    def __iter__(self):
        for event in self.response["stream"]:
            piece = event.get("contentBlockDelta", {}).get("delta", {}).get("text", "")
            self.text, self.usage = self.text + piece, event.get("metadata", {}).get("usage", self.usage)
            yield from [piece] if piece else []

    def succeeded(self, success):
        """Reports whether the answer was good: one line in CloudWatch's embedded metric format."""
        dimensions = {"Stack": self.prompts.stack, "Name": self.tags["prompt"], "Release": self.tags["release"]}
        metric = {"Namespace": "BedrockPrompts", "Dimensions": [list(dimensions)], "Metrics": [{"Name": "Success"}]}
        line = {"_aws": {"Timestamp": int(time.time() * 1000), "CloudWatchMetrics": [metric]}, **dimensions,
                "Success": int(success), **{t: v for t, v in self.tags.items() if t in ("experiment", "arm", "unit")}}
        print(json.dumps(line, separators=(",", ":")), file=self.prompts.metrics, flush=True)


def bucket(seed, unit):
    """From 0 to 0.9999: GrowthBook's hash version 2, over UTF-8 bytes."""
    def fnv1a(text, code=2166136261):
        for byte in text.encode():
            code = (code ^ byte) * 16777619 & 0xFFFFFFFF
        return str(code)
    return int(fnv1a(fnv1a(seed + unit))) % 10000 / 10000
