using FluentAssertions;
using Infra.Local.Access.Evaluation;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Tests.Support;
using Infra.Tests.Support.Iam;
using Infra.Values;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Planning.Access;

/// <summary>Least privilege as a theorem: no sequence of allowed calls takes somebody who deploys and smoke-tests a
/// stack outside it, and a test notices every statement that becomes wider.</summary>
public sealed class LeastPrivilegeTests
{
    private const string Account = "123456789012";

    private static readonly Reached Own = new(
        "staging",
        $"arn:aws:iam::{Account}:role/bedrock-prompts/staging/bedrock-prompts-staging-support-triage-flow",
        $"arn:aws:iam::{Account}:policy/bedrock-prompts-boundary",
        $"arn:aws:kms:us-east-1:{Account}:key/12345678-1234-1234-1234-123456789012");

    private static readonly (Plan Plan, StackSettings Settings) Staging = Stack(Own.Boundary);

    private static readonly Value Deployer = DeployerAccess.Policy([Staging], Account);

    private static readonly Value Smoke = StackAccess.Smoke(Staging.Plan, Staging.Settings, Account);

    private static readonly Value Boundary = StackAccess.Boundary(Staging.Plan, Staging.Settings, Account);

    private static readonly AccessRequest[] Outside = [.. Own.Outside(), .. PastProfiles()];

    [Fact]
    public void Whoever_deploys_and_tests_a_stack_reaches_nothing_outside_it() =>
        new Reach([Deployer, Smoke], Boundary, Own).First(Outside).Should().BeNull();

    [Fact]
    public void Without_a_boundary_a_deployer_is_an_administrator()
    {
        var unbound = Stack(boundary: null);

        var reach = new Reach([DeployerAccess.Policy([unbound], Account)], Boundary, Own);

        reach.First([new("iam:CreateUser", $"arn:aws:iam::{Account}:user/mallory")]).Should().NotBeNull();
    }

    [Fact]
    public void Whoever_tests_with_a_policy_that_the_deployer_may_write_makes_the_deployer_an_administrator()
    {
        var callers = $"arn:aws:iam::{Account}:policy/bedrock-prompts/staging/bedrock-prompts-staging-x-callers";

        PolicyEvaluation.Allow([Deployer], new AccessRequest("iam:CreatePolicyVersion", callers)).Should().BeTrue();
        PolicyEvaluation.Allow([Deployer], new AccessRequest("iam:CreatePolicyVersion", Own.Boundary))
            .Should().BeFalse();
    }

    [Fact]
    public void Of_others_only_what_carries_no_tag_can_be_claimed()
    {
        const string Prompt = $"arn:aws:bedrock:us-east-1:{Account}:prompt/FOREIGN";
        var claim = new AccessRequest("bedrock:TagResource", Prompt)
            .With("aws:RequestTag/bedrock-prompts:stack", "staging");

        PolicyEvaluation.Allow([Deployer], claim).Should().BeTrue("new and foreign cannot be told apart without a tag");
        PolicyEvaluation.Allow([Deployer], claim.With("aws:ResourceTag/bedrock-prompts:stack", "other"))
            .Should().BeFalse();
    }

    /// <summary>Statements that ask for the stack's tag are left out: the tag protects other stacks, as the next test
    /// shows.</summary>
    [Fact]
    public void A_statement_that_is_wider_in_its_resources_reaches_something_outside() =>
        Survivors(statement => Conditions.Texts(statement["Resource"]) is ["*"] || AsksForTheTag(statement)
            ? []
            : [With(statement, "Resource", Shorthand.List("*"))]).Should().BeEmpty();

    [Fact]
    public void A_statement_without_any_one_of_its_conditions_reaches_something_outside() =>
        Survivors(statement =>
            from operation in (statement["Condition"] as Value.Map)?.Entries.ToArray() ?? []
            from key in ((Value.Map)operation.Value).Entries.Keys
            select With(statement, "Condition", Without((Value.Map)statement["Condition"]!, operation.Key, key)))
            .Should().BeEmpty();

    [Fact]
    public void A_statement_on_everything_or_on_roles_that_allows_more_reaches_something_outside() =>
        Survivors(statement => Text(statement["Sid"]) is "CloudControl" or "Create" or "ListParameters" or "Roles"
            ? [With(statement, "Action", Shorthand.List($"{Conditions.Texts(statement["Action"])[0].Split(':')[0]}:*"))]
            : []).Should().BeEmpty();

    private static bool AsksForTheTag(Value.Map statement) =>
        (statement["Condition"] as Value.Map)?["StringEquals"] is Value.Map equal
        && equal["aws:ResourceTag/bedrock-prompts:stack"] is not null;

    /// <summary>Calls that must fail: of a model past its profile, and of another model through that profile.</summary>
    private static IEnumerable<AccessRequest> PastProfiles() =>
        from model in new[] { "anthropic.claude-haiku-5-5", "anthropic.claude-sonnet-5" }
        from profile in new[]
        {
            $"arn:aws:bedrock:us-east-1:{Account}:inference-profile/us.{model}",
            $"arn:aws:bedrock:us-east-1:{Account}:application-inference-profile/abcdefghijkl",
        }
        from request in new AccessRequest[]
        {
            new("bedrock:InvokeModel", $"arn:aws:bedrock:us-east-1::foundation-model/{model}"),
            new AccessRequest("bedrock:InvokeModel", $"arn:aws:bedrock:us-east-1:{Account}:custom-model/foreign")
                .With("bedrock:InferenceProfileArn", profile),
        }
        select request;

    /// <summary>The statements that could be wider and would still reach nothing outside.</summary>
    private static IEnumerable<string> Survivors(Func<Value.Map, IEnumerable<Value.Map>> widen) =>
    [
        .. Widened(Deployer, widen)
            .Where(policy => new Reach([policy.Policy, Smoke], Boundary, Own).First(Outside) is null)
            .Select(policy => $"deployer {policy.Statement}"),
        .. Widened(Smoke, widen)
            .Where(policy => new Reach([Deployer, policy.Policy], Boundary, Own).First(Outside) is null)
            .Select(policy => $"smoke {policy.Statement}"),
        .. Widened(Boundary, widen)
            .Where(policy => new Reach([Deployer, Smoke], policy.Policy, Own).First(Outside) is null)
            .Select(policy => $"boundary {policy.Statement}"),
    ];

    private static IEnumerable<(Value Policy, string Statement)> Widened(
        Value policy, Func<Value.Map, IEnumerable<Value.Map>> widen)
    {
        var statements = ((Value.List)((Value.Map)policy)["Statement"]!).Items;
        return
            from index in Enumerable.Range(0, statements.Length)
            from wider in widen((Value.Map)statements[index])
            select ((Value)With((Value.Map)policy, "Statement", new Value.List(statements.SetItem(index, wider))),
                CanonicalJson.Compact(wider));
    }

    private static (Plan, StackSettings) Stack(string? boundary)
    {
        var project = Project.Read(new WorkingTree(Repository.Samples)).Value!;
        var settings = project.Stacks["staging"] with
        {
            PermissionsBoundary = boundary,
            EncryptionKey = Own.Key,
            Measure = Measuring.On,
            Watch = new()
            {
                Each = new(null, null, new(95, 50, TimeSpan.FromMinutes(15), default)),
                Dashboard = true,
                LogGroup = "/aws/bedrock/invocations",
                Rollback = new(
                    "acme/prompts", $"arn:aws:events:us-east-1:{Account}:connection/github/0123", Merge: false),
                At = default,
            },
        };
        return (Planner.Plan(project, settings).Value!, settings);
    }

    private static Value.Map With(Value.Map map, string key, Value? value) => Shorthand.Map(
        map.Entries.Select(entry => (entry.Key, entry.Key == key ? value : entry.Value)));

    private static Value.Map? Without(Value.Map conditions, string operation, string key)
    {
        var left = Shorthand.Map(((Value.Map)conditions[operation]!).Entries
            .Where(entry => entry.Key != key)
            .Select(entry => (entry.Key, (Value?)entry.Value)));
        var all = Shorthand.Map(conditions.Entries
            .Select(entry => (entry.Key, entry.Key == operation ? left : entry.Value))
            .Where(entry => entry.Item2 is not Value.Map { Entries.Count: 0 })
            .Select(entry => (entry.Key, (Value?)entry.Item2)));
        return all.Entries.Count == 0 ? null : all;
    }

    private static string? Text(Value? value) => (value as Value.Text)?.Content;
}
