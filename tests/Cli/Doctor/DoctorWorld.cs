using System.Net;
using Amazon.Runtime;
using FluentAssertions;
using Infra.Cli;
using Infra.Cli.Commands;
using Infra.Cli.Doctor;
using Infra.Tests.Support;

namespace Infra.Tests.Cli.Doctor;

/// <summary>A machine and an account in which everything is as it should be, except for one thing.</summary>
internal sealed record DoctorWorld
{
    private const string Key = "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012";

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
        ["GET /prompts/"] = """200 {"promptSummaries":[{"name":"dev-hello","id":"P1"}]}""",
        ["GET /logging/modelinvocations"] = Logged("/calls"),
        ["GET /flows/"] = """200 {"flowSummaries":[]}""",
        ["GET /foundation-models/amazon.nova-lite-v1%3A0"] =
            """200 {"modelDetails":{"modelLifecycle":{"status":"ACTIVE"}}}""",
        ["GET /foundation-model-availability/amazon.nova-lite-v1%3A0"] =
            """200 {"authorizationStatus":"AUTHORIZED"}""",
    };

    /// <summary>That one thing: a command line, a request, or a word for another circumstance.</summary>
    public string What { get; init; } = "";

    /// <summary>The answer to it.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The requests that AWS received.</summary>
    public List<string> Asked { get; } = [];

    private ToolAnswer? Tool(string line) =>
        Of(line) is not { Length: > 0 } answer ? null
        : answer.StartsWith('!') ? new(1, "", answer[1..])
        : new(0, answer, "");

    public string Of(string question) => question == What ? Answer : Good[question];

    /// <summary>What AWS says of an account whose calls are logged.</summary>
    public static string Logged(string group) =>
        $"200 {{\"loggingConfig\":{{\"cloudWatchConfig\":{{\"logGroupName\":\"{group}\"}}}}}}";

    /// <summary>Runs the command in it.</summary>
    public static async Task<ConsoleRun> Run(DoctorWorld world, bool local = false, bool asJson = false)
    {
        using var folder = Project(world);
        if (world.What.Contains(" of ", StringComparison.Ordinal))
        {
            var released = await PromptsConsole.Run(folder.Path, "release", "hello");
            released.Exit.Should().Be(0, released.Error);
            folder.Write("Pulumi.dev.yaml", folder.Read("Pulumi.dev.yaml") + "  bedrock-prompts:live: { hello: 1 }\n");
        }

        using var http = local ? (HttpMessageHandler)new SocketsHttpHandler() : new Answers(world);
        using var output = new StringWriter { NewLine = "\n" };
        var host = new Host(output, TextWriter.Null, folder.Path)
        {
            AsOf = new(2026, 11, 27),
            Clock = world.What is "silence" ? new ImpatientClock() : TimeProvider.System,
            Variable = name => name == world.What ? world.Answer : null,
        };
        var keys = world.What is "keys"
            ? new Func<string?, AWSCredentials>(_ => throw new AmazonClientException("There are none."))
            : _ => new SessionAWSCredentials("AKIA", "secret", "token");
        var exit = await DoctorCommand.Run(
            host,
            new(
                async (line, _, stop) => world.What is "silence"
                    ? await Silence(stop)
                    : world.Tool(string.Join(' ', line)),
                http,
                keys,
                _ => world.What is "profile" ? world.Answer : null),
            new(folder.Path, "dev", local),
            asJson,
            CancellationToken.None);
        return new(exit, output.ToString(), "");
    }

    private static async Task<ToolAnswer> Silence(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            // Does what the real one does.
        }

        return new(1, "", "it did not answer in time");
    }

    /// <summary>The project that the doctor examines.</summary>
    public static TemporaryFolder Project(DoctorWorld world)
    {
        var folder = new TemporaryFolder();
        var region = world.What is "region" ? "" : "  aws:region: us-east-1\n  aws-native:region: us-east-1\n";
        folder.Write("Pulumi.yaml", $"name: {(world.What is "project" ? world.Answer : "acme")}\nruntime: dotnet\n");
        folder.Write("Pulumi.dev.yaml", "config:\n  bedrock-prompts:default: draft\n"
            + $"  bedrock-prompts:encryptionKey: {Key}\n{region}"
            + "  bedrock-prompts:watch: { quality: { below: 95% }, logGroup: /calls }\n");
        folder.Write("prompts/hello.yaml", $"model: {Model(world)}\ninference: {{ maxTokens: 100 }}\ntext: |\n"
            + $"  Hello, {(world.What is "variable" ? "{{nmae}}" : "you")}.\n");
        if (world.What is "tools")
        {
            folder.Write(".config/dotnet-tools.json",
                $"{{\"tools\":{{\"bedrock-prompts\":{{\"version\":\"{world.Answer}\"}}}}}}");
        }

        return folder;
    }

    private static string Model(DoctorWorld world) => world.What switch
    {
        "model" => world.Answer,
        "GET /inference-profiles/us.amazon.nova-lite-v1%3A0" => "us.amazon.nova-lite-v1:0",
        _ => "amazon.nova-lite-v1:0",
    };

    private sealed class Answers(DoctorWorld world) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (world.What is "silence")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

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
                ? $"GET {request.RequestUri.AbsolutePath}{Of(request.RequestUri.Query)}"
                : $"POST {service}";
            lock (world.Asked)
            {
                world.Asked.Add($"{question} {body} {request.Headers}");
            }

            var answer = world.Of(question).Split(' ', 2);
            return new((HttpStatusCode)int.Parse(answer[0])) { Content = new StringContent(answer[1]) };
        }

        private static string Of(string query) =>
            query.Split("promptIdentifier=") is [_, var id] ? $" of {id}" : "";
    }
}
