using System.Collections.Immutable;
using FluentAssertions;
using Infra.Cli.Aws;
using Infra.Cli.Local;
using Infra.Definitions.Flows;
using Infra.Local;
using Infra.Planning;
using Infra.Smoke.Cases;
using Infra.Tests.Support;
using Infra.Values;
using Infra.Workspace;
using Xunit;
using FlowCall = Infra.Cli.Aws.FlowCall;

namespace Infra.Tests.Cli.Local;

/// <summary>The sample flows run under the roles that are planned for them, which allow all that is needed and nothing
/// else.</summary>
public sealed class SampleFlowsTests : IAsyncLifetime, IDisposable
{
    private static readonly Project Project = Infra.Planning.Project.Read(new WorkingTree(Repository.Samples)).Value!;

    private static readonly Plan Plan = Planner.Plan(Project, Project.Stacks["dev"]).Value!;

    private LocalStack stack = null!;
    private AwsClients aws = null!;

    public async Task InitializeAsync()
    {
        stack = await LocalStack.Start(new LatestAnswers(Repository.Samples).On(new LocalOptions()));
        aws = new AwsClients(AwsConnection.ToLocal(stack.Url, "us-east-1"));
        await stack.Deploy(Plan);
    }

    public Task DisposeAsync() => stack.DisposeAsync().AsTask();

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task Every_case_of_every_flow_reaches_its_end()
    {
        foreach (var flow in Flows())
        {
            Cases(flow).Should().NotBeEmpty(flow.Name);
            foreach (var test in Cases(flow))
            {
                (await Denied(flow, test)).Should().BeNull($"{flow.Name} / {test.Name.Value}");
            }
        }
    }

    [Fact]
    public async Task Without_any_one_of_its_statements_a_flow_is_denied_by_action_and_resource()
    {
        foreach (var flow in Flows())
        {
            var role = Plan.Resources.Single(resource =>
                resource.Owner == flow.Name && resource.Type == "AWS::IAM::RolePolicy");
            var identifier = $"{Text(role.Properties["PolicyName"])}|{Text(role.Properties["RoleName"])}";
            var whole = (Value.Map)(await stack.Read(role.Type, identifier))["PolicyDocument"]!;
            foreach (Value.Map statement in ((Value.List)whole["Statement"]!).Items)
            {
                await stack.Update(role.Type, identifier, "PolicyDocument", Without(whole, statement));

                var denials = new List<string?>();
                foreach (var test in Cases(flow))
                {
                    denials.Add(await Denied(flow, test));
                }

                var action = Text(((Value.List)statement["Action"]!).Items[0]);
                denials.Should().Contain(
                    denial => denial != null
                        && denial.Contains($"{action} on resource: {Resource(statement)}", StringComparison.Ordinal),
                    $"{flow.Name} needs {Text(statement["Sid"])}");
            }

            await stack.Update(role.Type, identifier, "PolicyDocument", whole);
        }
    }

    private static IEnumerable<Flow> Flows() => Project.Catalog.Definitions.Values.OfType<Flow>();

    private static ImmutableArray<SmokeCase> Cases(Flow flow) => SmokeCaseReader.Read(flow, _ => null, []);

    private async Task<string?> Denied(Flow flow, SmokeCase test)
    {
        var path = $"/bedrock-prompts/dev/{flow.Name}/live";
        var arn = Text((await stack.Read("AWS::SSM::Parameter", path))["Value"]);
        var input = (SmokeInput.Document)test.Input;
        var outcome = await AwsCall.Try(
            stop => FlowCall.Invoke(
                aws, arn, new(input.Node, Infra.Values.JsonValue.From(input.Content)), trace: false, stop),
            TimeSpan.FromMinutes(1),
            default);
        return outcome switch
        {
            AwsOutcome<FlowAnswer>.Failed { Failure: AwsFailure.Denied denied } => denied.Message,
            AwsOutcome<FlowAnswer>.Answered { Value.Completion: "SUCCESS" } => null,
            _ => throw new InvalidOperationException($"{outcome}"),
        };
    }

    private static Value.Map Without(Value.Map policy, Value.Map statement) => Shorthand.Map(
        ("Version", policy["Version"]),
        ("Statement", new Value.List(
            [.. ((Value.List)policy["Statement"]!).Items.Where(other => other != statement)])));

    /// <summary>How a refusal names the resource: some actions apply to everything, the others to one
    /// resource.</summary>
    private static string Resource(Value.Map statement) =>
        Text(((Value.List)statement["Resource"]!).Items[0]) is "*" ? "*" : "arn:aws:";

    private static string Text(Value? value) => ((Value.Text)value!).Content;
}
