using System.Net;
using Amazon.Runtime;
using FluentAssertions;
using Infra.Cli;
using Infra.Cli.Commands;
using Infra.Cli.Doctor;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>Each check is seen to be content, and to say what is wrong and what to do.</summary>
public sealed class DoctorCommandTests
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012";

    private static readonly string[] Checks =
    [
        "dotnet", "prompts", "git", "pulumi", "backend", "stack", "plugins", "definitions", "credentials", "region",
        "model", "quotas", "quotas", "key", "permissions",
    ];

    /// <summary>What is changed, the check that sees it, and what it says.</summary>
    public static TheoryData<string, string, string, string, string> Wrong => new()
    {
        { "dotnet --version", "", "dotnet", "fail", "There is no .NET SDK on the PATH. Install the .NET 10 SDK" },
        { "dotnet --version", "8.0.400", "dotnet", "fail", "The .NET SDK 8.0.400 is too old." },
        { "git rev-parse --is-inside-work-tree", "", "git", "warn", "There is no git on the PATH." },
        { "pulumi version", "", "pulumi", "fail", "https://www.pulumi.com/docs/install/" },
        { "pulumi whoami --json --non-interactive", "", "backend", "fail", "Run 'pulumi login'" },
        { "pulumi stack ls --json --non-interactive", "[]", "stack", "warn", "Run 'pulumi stack init dev'." },
        { "pulumi plugin ls --json", "[]", "plugins", "warn", "pulumi plugin install resource aws 7.48.0" },
        { "GET /foundation-models/amazon.nova-lite-v1%3A0", "404 {}", "model", "fail", "Model not found: " },
        { "GET /foundation-models/amazon.nova-lite-v1%3A0", "403 {}", "model", "warn", "Access Denied" },
        {
            "GET /foundation-model-availability/amazon.nova-lite-v1%3A0",
            "200 {\"authorizationStatus\":\"NOT_AUTHORIZED\"}", "model", "fail", "Access Denied: "
        },
        { "GET /prompts/", "403 {}", "quotas", "warn", "(bedrock:ListPrompts)" },
        { "GET /prompts/", $"200 {{\"promptSummaries\":[{Many(500)}]}}", "quotas", "fail", "Service Quotas" },
        { "GET /flows/", $"200 {{\"flowSummaries\":[{Many(90)}]}}", "quotas", "warn", "90 flows there" },
        { "POST kms", "200 {\"KeyMetadata\":{\"Enabled\":false}}", "key", "fail", "Enable it" },
        { "POST kms", "403 {}", "key", "warn", "Access Denied" },
        { "POST iam", "200 " + Denied, "permissions", "fail", "Access Denied: arn:aws:iam::123456789012:role/deploy" },
        { "POST iam", "403 <Error/>", "permissions", "warn", "(iam:SimulatePrincipalPolicy)" },
        { "POST sts", "403 <Code>ExpiredToken</Code>", "credentials", "fail", "have expired. Run 'aws sso login'" },
        { "POST sts", "403 <Code>InvalidClientTokenId</Code>", "credentials", "fail", "does not accept" },
        { "keys", "", "credentials", "fail", "Unable to locate credentials. There are none. Run 'aws configure sso'" },
        { "network", "", "credentials", "fail", "AWS cannot be reached at sts.us-east-1.amazonaws.com" },
        { "AWS_REGION", "eu-west-1", "region", "warn", "The stack is in us-east-1, but AWS_REGION is eu-west-1." },
        { "region", "", "region", "fail", "Set aws:region and aws-native:region" },
        { "tools", "9.9.9", "prompts", "warn", "pins 9.9.9. Run 'dotnet tool restore'" },
        { "variable", "", "definitions", "fail", "Variable not found: prompts/hello.yaml(4,10): error PRM012" },
    };

    private const string Denied = "<member><EvalActionName>ssm:PutParameter</EvalActionName>"
        + "<EvalDecision>implicitDeny</EvalDecision></member>";

    [Fact]
    public async Task Every_check_is_content_where_everything_is_there_and_says_its_permission()
    {
        var run = await Run(new World());

        run.Exit.Should().Be(0, run.Output);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        lines.Should().OnlyContain(line => line.StartsWith("ok   "));
        lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).Should().Equal(Checks);
        lines.Where(line => line.EndsWith(')')).Should().HaveCount(6);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_said_with_what_to_do(
        string what, string answer, string check, string verdict, string text)
    {
        var run = await Run(new World { What = what, Answer = answer });

        run.Output.Split('\n').Should().Contain(line =>
            line.StartsWith($"{verdict,-4} {check} ") && line.Contains(text));
        run.Exit.Should().Be(verdict is "fail" ? 1 : 0);
        run.Output.Split('\n').Count(line => line.StartsWith("fail")).Should().Be(verdict is "fail" ? 1 : 0);
    }

    [Fact]
    public async Task Nothing_is_asked_of_AWS_that_could_write()
    {
        var world = new World();

        await Run(world);

        world.Asked.Should().OnlyContain(call => call.StartsWith("GET ")
            || call.Contains("Action=GetCallerIdentity") || call.Contains("Action=SimulatePrincipalPolicy")
            || call.Contains("TrentService.DescribeKey"));
        world.Asked.Should().HaveCountGreaterThan(6);
    }

    [Fact]
    public async Task It_works_against_the_local_Bedrock_and_prints_json()
    {
        var text = await Run(new World { What = "pulumi version" }, local: true);
        var json = await Run(new World(), local: true, asJson: true);

        text.Exit.Should().Be(0, text.Output);
        text.Output.Should().Contain("arn:aws:iam::123456789012:user/local").And.MatchRegex("warn +pulumi ").And
            .MatchRegex("ok +model +amazon.nova-lite-v1:0 is offered").And.MatchRegex("ok +quotas +0 prompts there, 1");
        json.Output.Should().StartWith("[\n").And.Contain("\"permission\": \"sts:GetCallerIdentity\"");
    }

    [Fact]
    public async Task On_a_machine_with_nothing_it_says_so_and_ends_with_1()
    {
        using var folder = Project(new World());

        var run = await PromptsConsole.Run(folder.Path, "doctor", "dev");

        run.Exit.Should().Be(1);
        run.Output.Split('\n').Where(line => line.StartsWith("fail")).Select(line => line.Split(' ')[1])
            .Should().Equal("dotnet", "pulumi", "credentials");
    }

    private static string Many(int count) =>
        string.Join(',', Enumerable.Range(0, count).Select(index => $"{{\"name\":\"other-{index}\"}}"));

    private static async Task<ConsoleRun> Run(World world, bool local = false, bool asJson = false)
    {
        using var folder = Project(world);
        using var http = local ? (HttpMessageHandler)new SocketsHttpHandler() : new Answers(world);
        using var output = new StringWriter { NewLine = "\n" };
        var host = new Host(output, TextWriter.Null, folder.Path)
        {
            AsOf = new(2026, 11, 27),
            Variable = name => name == world.What ? world.Answer : null,
        };
        var keys = world.What is "keys"
            ? new Func<string?, AWSCredentials>(_ => throw new AmazonClientException("There are none."))
            : _ => new SessionAWSCredentials("AKIA", "secret", "token");
        var exit = await DoctorCommand.Run(
            host,
            new((line, _, _) => Task.FromResult(world.Tool(string.Join(' ', line))), http, keys),
            new(folder.Path, "dev", local),
            asJson,
            CancellationToken.None);
        return new(exit, output.ToString(), "");
    }

    private static TemporaryFolder Project(World world)
    {
        var folder = new TemporaryFolder();
        var region = world.What is "region" ? "" : "  aws:region: us-east-1\n  aws-native:region: us-east-1\n";
        folder.Write("Pulumi.yaml", "name: acme\nruntime: dotnet\n");
        folder.Write("Pulumi.dev.yaml", "config:\n  bedrock-prompts:default: draft\n"
            + $"  bedrock-prompts:encryptionKey: {Key}\n{region}");
        folder.Write("prompts/hello.yaml", "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 100 }\ntext: |\n"
            + $"  Hello, {(world.What is "variable" ? "{{nmae}}" : "you")}.\n");
        if (world.What is "tools")
        {
            folder.Write(".config/dotnet-tools.json",
                $"{{\"tools\":{{\"bedrock-prompts\":{{\"version\":\"{world.Answer}\"}}}}}}");
        }

        return folder;
    }

    /// <summary>Everything is as it should be, but for one thing.</summary>
    private sealed record World
    {
        private static readonly Dictionary<string, string> Good = new()
        {
            ["dotnet --version"] = "10.0.100",
            ["git rev-parse --is-inside-work-tree"] = "true",
            ["pulumi version"] = "v3.260.0",
            ["pulumi whoami --json --non-interactive"] = """{"user":"ada","url":"https://app.pulumi.com/ada"}""",
            ["pulumi stack ls --json --non-interactive"] = """[{"name":"acme/dev"}]""",
            ["pulumi plugin ls --json"] =
                """[{"name":"aws","version":"7.48.0"},{"name":"aws-native","version":"1.79.0"}]""",
            ["POST sts"] = "200 <Arn>arn:aws:sts::123456789012:assumed-role/deploy/me</Arn>",
            ["POST iam"] = "200 <EvalDecision>allowed</EvalDecision>",
            ["POST kms"] = """200 {"KeyMetadata":{"Enabled":true,"KeyState":"Enabled"}}""",
            ["GET /prompts/"] = """200 {"promptSummaries":[]}""",
            ["GET /flows/"] = """200 {"flowSummaries":[]}""",
            ["GET /foundation-models/amazon.nova-lite-v1%3A0"] =
                """200 {"modelDetails":{"modelLifecycle":{"status":"ACTIVE"}}}""",
            ["GET /foundation-model-availability/amazon.nova-lite-v1%3A0"] =
                """200 {"authorizationStatus":"AUTHORIZED"}""",
        };

        public string What { get; init; } = "";

        public string Answer { get; init; } = "";

        public List<string> Asked { get; } = [];

        public ToolAnswer? Tool(string line) =>
            Of(line) is { Length: > 0 } answer ? new(0, answer, "") : null;

        public string Of(string question) => question == What ? Answer : Good[question];
    }

    private sealed class Answers(World world) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (world.What is "network")
            {
                throw new HttpRequestException("No such host is known.");
            }

            request.Headers.GetValues("Authorization").Single().Should().MatchRegex(
                "^AWS4-HMAC-SHA256 Credential=AKIA/[0-9]{8}/us-east-1/[a-z]+/aws4_request, SignedHeaders=.*host.*, "
                + "Signature=[0-9a-f]{64}$");
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var service = request.RequestUri!.Host.Split('.')[0];
            var question = request.Method == HttpMethod.Get
                ? $"GET {request.RequestUri.AbsolutePath}"
                : $"POST {service}";
            lock (world.Asked)
            {
                world.Asked.Add($"{question} {body} {request.Headers}");
            }

            var answer = world.Of(question).Split(' ', 2);
            return new((HttpStatusCode)int.Parse(answer[0])) { Content = new StringContent(answer[1]) };
        }
    }
}
