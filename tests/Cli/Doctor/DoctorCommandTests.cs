using FluentAssertions;
using Infra.Tests.Support;
using Xunit;
using static Infra.Tests.Cli.Doctor.DoctorWorld;

namespace Infra.Tests.Cli.Doctor;

/// <summary>Each check succeeds where all is well, and otherwise says what is wrong and what to do.</summary>
public sealed class DoctorCommandTests
{
    private static readonly string[] Checks =
    [
        "dotnet", "prompts", "git", "pulumi", "backend", "stack", "plugins", "names", "definitions", "credentials",
        "region", "model", "quotas", "quotas", "quotas", "key", "logging", "permissions",
    ];

    /// <summary>The circumstance that differs, the check that notices it, and its message.</summary>
    public static TheoryData<string, string, string, string, string> Wrong => new()
    {
        { "dotnet --version", "", "dotnet", "fail", "There is no .NET SDK on the PATH. Install the .NET 10 SDK" },
        { "dotnet --version", "8.0.400", "dotnet", "fail", "The .NET SDK 8.0.400 is too old." },
        { "dotnet --version", "!no SDK fits global.json", "dotnet", "fail", "failed: no SDK fits global.json." },
        { "git rev-parse --is-inside-work-tree", "!", "git", "warn", "The project is not in a git repository." },
        { "git rev-parse --is-inside-work-tree", "", "git", "warn", "There is no git on the PATH." },
        { "pulumi version", "", "pulumi", "fail", "https://www.pulumi.com/docs/install/" },
        { "pulumi version", "v2.25.2", "pulumi", "fail", "The Pulumi CLI v2.25.2 is too old. Install a newer one" },
        { "pulumi whoami --json --non-interactive", "", "backend", "fail", "Run 'pulumi login'" },
        { "pulumi stack ls --json --non-interactive", "[]", "stack", "warn", "Run 'pulumi stack init dev'." },
        { "pulumi stack ls --json --non-interactive", "!no project", "stack", "warn", "be listed: no project Try" },
        { "pulumi plugin ls --json", "[]", "plugins", "warn", "pulumi plugin install resource aws 7.48.0" },
        { "GET /foundation-models/amazon.nova-lite-v1%3A0", "404 {}", "model", "fail", "Model not found: " },
        { "GET /foundation-models/amazon.nova-lite-v1%3A0", "403 {}", "model", "warn", "Access Denied" },
        {
            "GET /foundation-model-availability/amazon.nova-lite-v1%3A0",
            "200 {\"authorizationStatus\":\"NOT_AUTHORIZED\"}", "model", "fail", "Access Denied: "
        },
        {
            "GET /foundation-models/amazon.nova-lite-v1%3A0",
            "200 {\"modelDetails\":{\"modelLifecycle\":{\"status\":\"LEGACY\"}}}", "model", "warn", "about to end"
        },
        { "GET /foundation-models/amazon.nova-lite-v1%3A0", "500 {}", "model", "warn", "AWS answered 500. Try again." },
        { "GET /inference-profiles/us.amazon.nova-lite-v1%3A0", "404 {}", "model", "fail", "no inference profile us." },
        { "model", "ai21.jamba-1-5-mini-v1:0", "model", "fail", "mini-v1:0 has ended. Replace it: 'prompts models" },
        { "GET /prompts/", "403 {}", "quotas", "warn", "(bedrock:ListPrompts)" },
        { "GET /prompts/ of P1", "403 {}", "quotas", "warn", "The versions of prompts were not counted." },
        {
            "GET /prompts/ of P1", $"200 {{\"promptSummaries\":[{Many(10)}]}}", "quotas", "fail",
            "dev-hello has 10 versions, and the service allows 10"
        },
        { "GET /prompts/", $"200 {{\"promptSummaries\":[{Many(500)}]}}", "quotas", "fail", "Service Quotas" },
        { "GET /flows/", $"200 {{\"flowSummaries\":[{Many(90)}]}}", "quotas", "warn", "flows: 90 now" },
        { "POST kms", "200 {\"KeyMetadata\":{\"Enabled\":false}}", "key", "fail", "Enable it" },
        { "POST kms", "400 NotFoundException", "key", "fail", "There is no arn:aws:kms:us-east-1" },
        { "POST kms", "403 {}", "key", "warn", "Access Denied" },
        { "GET /logging/modelinvocations", "200 {}", "logging", "warn", "Turn it on: 'aws bedrock put-model-inv" },
        { "GET /logging/modelinvocations", Logged("/other"), "logging", "warn", "Set bedrock-prompts:watch's log" },
        { "GET /logging/modelinvocations", "403 {}", "logging", "warn", "GetModelInvocationLoggingConfiguration)" },
        { "POST iam", "200 " + Denied, "permissions", "fail", "Access Denied: arn:aws:iam::123456789012:role/deploy" },
        { "POST iam", "403 <Error/>", "permissions", "warn", "(iam:SimulatePrincipalPolicy)" },
        { "POST sts", "403 <Code>ExpiredToken</Code>", "credentials", "fail", "have expired. Run 'aws sso login'" },
        { "POST sts", "403 <Code>InvalidClientTokenId</Code>", "credentials", "fail", "does not accept" },
        { "keys", "", "credentials", "fail", "Unable to locate credentials. There are none. Run 'aws configure sso'" },
        { "network", "", "credentials", "fail", "AWS cannot be reached at sts.us-east-1.amazonaws.com" },
        { "AWS_REGION", "eu-west-1", "region", "warn", "The stack is in us-east-1, but AWS_REGION is eu-west-1." },
        { "profile", "eu-west-1", "region", "warn", "but the region of the AWS profile is eu-west-1. Deployments go" },
        { "project", "a b", "names", "fail", "'a b' cannot be the name of a Pulumi project. Write 'name:'" },
        { "region", "", "region", "fail", "Set aws:region and aws-native:region" },
        { "tools", "9.9.9", "prompts", "warn", "pins 9.9.9. Run 'dotnet tool restore'" },
        { "variable", "", "definitions", "fail", "Variable not found: prompts/hello.yaml(4,10): error PRM012" },
    };

    private const string Denied = "<member><EvalActionName>ssm:PutParameter</EvalActionName>"
        + "<EvalDecision>implicitDeny</EvalDecision></member>";

    [Fact]
    public async Task Every_check_is_content_where_everything_is_there_and_says_its_permission()
    {
        var run = await Run(new DoctorWorld());

        run.Exit.Should().Be(0, run.Output);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        lines.Should().OnlyContain(line => line.StartsWith("ok   "));
        lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).Should().Equal(Checks);
        lines.Where(line => line.EndsWith(')')).Should().HaveCount(8);
    }

    [Fact]
    public async Task Where_nothing_answers_it_gives_up_by_itself_and_says_what_did_not_answer()
    {
        var run = await Run(new DoctorWorld { What = "silence" });

        run.Exit.Should().Be(1);
        run.Output.Split('\n').Where(line => line.StartsWith("fail")).Should().SatisfyRespectively(
            dotnet => dotnet.Should().Contain("'dotnet --version' failed: it did not answer in time."),
            pulumi => pulumi.Should().StartWith("fail pulumi "),
            credentials => credentials.Should().StartWith("fail credentials "));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_with_what_to_do(
        string what, string answer, string check, string verdict, string text)
    {
        var run = await Run(new DoctorWorld { What = what, Answer = answer });

        run.Output.Split('\n').Should().Contain(line =>
            line.StartsWith($"{verdict,-4} {check} ") && line.Contains(text));
        run.Exit.Should().Be(verdict is "fail" ? 1 : 0);
        run.Output.Split('\n').Count(line => line.StartsWith("fail")).Should().Be(verdict is "fail" ? 1 : 0);
    }

    [Fact]
    public async Task Nothing_is_asked_of_AWS_that_could_write()
    {
        var world = new DoctorWorld();

        await Run(world);

        world.Asked.Should().OnlyContain(call => call.StartsWith("GET ")
            || call.Contains("Action=GetCallerIdentity") || call.Contains("Action=SimulatePrincipalPolicy")
            || call.Contains("TrentService.DescribeKey"));
        world.Asked.Should().HaveCountGreaterThan(6);
    }

    [Fact]
    public async Task It_works_against_the_local_Bedrock_and_prints_json()
    {
        var text = await Run(new DoctorWorld { What = "pulumi version" }, local: true);
        var json = await Run(new DoctorWorld(), local: true, asJson: true);

        text.Exit.Should().Be(0, text.Output);
        text.Output.Should().Contain("arn:aws:iam::123456789012:user/local").And.MatchRegex("warn +pulumi ").And
            .MatchRegex("ok +model +amazon.nova-lite-v1:0 is offered").And.MatchRegex("ok +quotas +prompts: 0 now, 1");
        json.Output.Should().StartWith("[\n").And.Contain("\"permission\": \"sts:GetCallerIdentity\"");
    }

    [Fact]
    public async Task On_a_machine_with_nothing_it_says_so_and_ends_with_1()
    {
        using var folder = Project(new DoctorWorld());

        var run = await PromptsConsole.Run(folder.Path, "doctor", "dev");

        run.Exit.Should().Be(1);
        run.Output.Split('\n').Where(line => line.StartsWith("fail")).Select(line => line.Split(' ')[1])
            .Should().Equal("dotnet", "pulumi", "credentials");
    }

    private static string Many(int count) =>
        string.Join(',', Enumerable.Range(0, count).Select(index =>
            $"{{\"name\":\"other-{index}\",\"id\":\"P\",\"version\":\"{index + 1}\"}}"));
}
