"""Runs infra/Clients/python/prompts.py against a local Bedrock that ClientTests has filled; an assertion fails the test.
Arguments: the client's folder, vectors.json, and the ARN of the second version of the prompt `greeting`."""
import io, json, sys
from unittest import TestCase

sys.path.insert(0, sys.argv[1])
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, EndpointConnectionError
from prompts import Prompts, bucket

check = TestCase()
check.maxDiff = None


def deals_as_all_clients_do(vectors):
    written = io.StringIO()
    prompts = Prompts(vectors["path"], unit_key=vectors["unitKey"].encode(), metrics=written)
    for vector in vectors["buckets"]:
        check.assertEqual(vector["bucket"], bucket(vector["seed"], vector["unit"]), vector)
    for deal in vectors["deals"]:
        for call in deal["calls"]:
            chosen = prompts[deal["name"]].for_unit(call["unit"]).choose()
            check.assertEqual((call["arn"], call["tags"]), chosen)
    check.assertNotIn("unit", Prompts(vectors["path"])["greeting-email"].for_unit("user-0").choose()[1])


def calls_a_prompt(prompts):
    answer = prompts["greeting"].converse({"name": "María"})
    check.assertIn("Hello María", answer.text)
    check.assertGreater(answer.usage["outputTokens"], 0)
    answer = prompts["greeting"].converse({"name": "María"}, messages=[{"role": "user", "content": [{"text": "Again."}]}])
    check.assertIn("Again.", answer.text)
    answer = prompts["greeting"].stream({"name": "María"})
    pieces = list(answer)
    check.assertGreater(len(pieces), 1)
    check.assertIn("Hello María", "".join(pieces))
    check.assertEqual("".join(pieces), answer.text)
    check.assertGreater(answer.usage["outputTokens"], 0)
    for wrong in ({}, {"nam": "María"}):
        with check.assertRaises(ClientError) as refused:
            prompts["greeting"].converse(wrong)
        check.assertEqual("ValidationException", refused.exception.response["Error"]["Code"])
    with check.assertRaises(prompts.ssm.exceptions.ParameterNotFound):
        prompts["nobody"].converse()


def calls_a_flow(prompts):
    check.assertEqual({"Out": "Where is my order?"}, prompts["echo"].invoke("Where is my order?", node="In").outputs)


def keeps_what_is_live(prompts, second):
    first = prompts["greeting"].choose()[0]
    prompts.ssm.put_parameter(Name=prompts.path + "/greeting/live", Value=second, Overwrite=True)
    check.assertEqual(first, prompts["greeting"].choose()[0], "kept for a minute")
    prompts.KEPT_SECONDS = 0
    check.assertEqual(first, prompts["greeting"].choose()[0], "until its minute is over")
    expire(prompts)
    check.assertEqual(second, prompts["greeting"].choose()[0], "then looked up again")
    expire(prompts)
    prompts.ssm = boto3.client("ssm", endpoint_url="http://127.0.0.1:9", config=Config(retries={"max_attempts": 0}))
    check.assertEqual(second, prompts["greeting"].choose()[0], "stale is better than none")
    with check.assertRaises(EndpointConnectionError):
        prompts["never-read"].choose()


def expire(prompts):
    prompts._known = {name: (known, 0) for name, (known, _) in prompts._known.items()}


def says_how_it_went(vectors):
    written = io.StringIO()
    prompts = Prompts(vectors["path"], unit_key=vectors["unitKey"].encode(), metrics=written)
    prompts.runtime.converse = lambda **_: {"output": {"message": {"content": []}}, "usage": None}
    for line in vectors["lines"]:
        prompts[line["name"]].for_unit(line["unit"]).converse().succeeded(line["success"])
        said = json.loads(written.getvalue().splitlines()[-1])
        check.assertGreater(said["_aws"].pop("Timestamp"), 1_700_000_000_000)
        check.assertEqual(line["line"], said)


with open(sys.argv[2], encoding="utf-8") as file:
    shared = json.load(file)
deals_as_all_clients_do(shared)
says_how_it_went(shared)
stack = Prompts("/bedrock-prompts/test")
calls_a_prompt(stack)
calls_a_flow(stack)
keeps_what_is_live(stack, sys.argv[3])
