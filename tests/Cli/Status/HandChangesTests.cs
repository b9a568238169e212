using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli.Aws;
using Infra.Cli.Running;
using Infra.Cli.Status;
using Infra.Local;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Values;
using Infra.Workspace;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Cli.Status;

/// <summary>A change by hand is reported with the name that it concerns, in full, and nothing else is
/// reported.</summary>
public sealed class HandChangesTests : IAsyncLifetime
{
    private const string Reply = "support-auto-response";
    private const string Greeting = "greeting-email";
    private const string Triage = "support-triage";
    private const string Path = "/bedrock-prompts/prod";

    private static readonly Project Files = Project.Read(new WorkingTree(Repository.Samples)).Value!;
    private static readonly Plan Plan = Planner.Plan(Files, Files.Stacks["prod"]).Value!;

    private readonly List<RequestLine> _requests = [];
    private LocalStack _stack = null!;

    public async Task InitializeAsync()
    {
        _stack = await LocalStack.Start(new() { Log = Write });
        await _stack.Deploy(Plan);
        _requests.Clear();
    }

    public async Task DisposeAsync() => await _stack.DisposeAsync();

    [Fact]
    public async Task What_was_deployed_is_equal_everywhere_and_nothing_is_written()
    {
        var status = await Status();

        status.IsEqual.Should().BeTrue(string.Join('\n', status.Names.SelectMany(name => name.Differences)));
        status.Names.Select(name => $"{name.Alias.Owner}: {name.Served} {name.Version}")
            .Should().Contain([$"{Reply}: release 3 3", $"{Triage}: release 1 1"]);
        _requests.Select(request => request.Operation).Distinct().Should().BeSubsetOf(
            ["cloudcontrol GetResource", "cloudcontrol ListResources", "ssm GetParametersByPath"]);
    }

    [Fact]
    public async Task A_parameter_that_was_moved()
    {
        var prompt = await Identifier(ResourceTypes.Prompt, Reply);
        await HandEdit.Parameter(_stack.Url, $"{Path}/{Reply}/live", $"{prompt}:1");

        var changed = await Changed(Reply);

        changed.Served.Should().Be("release 1");
        changed.Differences.Should().Equal(
            $"the parameter {Path}/{Reply}/live should lead to {prompt}:3, but leads to {prompt}:1");
    }

    [Fact]
    public async Task A_version_that_was_deleted()
    {
        await _stack.Delete(ResourceTypes.PromptVersion, $"{await Identifier(ResourceTypes.Prompt, Reply)}:2");

        (await Changed(Reply)).Differences.Should().Equal("the version of release 2 is not there");
    }

    [Fact]
    public async Task A_draft_that_was_edited()
    {
        await HandEdit.Text(_stack.Url, $"prod-{Greeting}", "warm", "cold");

        (await Changed(Greeting)).Differences.Should().Equal(
            "the prompt's draft: Description should be 'Friendly greeting e-mail after a purchase', but is nothing",
            "the prompt's draft: Variants[0].TemplateConfiguration.Text.Text should be 'Write a warm greeting email "
                + "to {{customer_name}}. Mention their recent purchase ...', but is 'Write a cold greeting email to "
                + "{{customer_name}}. Mention their recent purchase ...'");
    }

    [Fact]
    public async Task An_alias_of_a_flow_that_was_moved()
    {
        var flow = await Identifier(ResourceTypes.Flow, Triage);
        using var http = new HttpClient { BaseAddress = _stack.Url };
        (await http.PostAsJsonAsync(At($"flows/{flow}/versions"), new JsonObject())).EnsureSuccessStatusCode();
        var alias = (await http.GetFromJsonAsync<JsonNode>(At($"flows/{flow}/aliases")))!["flowAliasSummaries"]!
            .AsArray().Single(summary => $"{summary!["name"]}" == "live")!["id"];
        var moved = new JsonObject
        {
            ["name"] = "live",
            ["routingConfiguration"] = new JsonArray(new JsonObject { ["flowVersion"] = "2" }),
        };
        (await http.PutAsJsonAsync(At($"flows/{flow}/aliases/{alias}"), moved)).EnsureSuccessStatusCode();

        var changed = await Changed(Triage);

        changed.Served.Should().Be("another version");
        changed.Differences.Should().Equal("the flow's alias 'live': RoutingConfiguration[0].FlowVersion should be "
            + "'1', but is '2'");
    }

    [Fact]
    public async Task A_policy_that_was_detached()
    {
        var policy = Plan.Resources.Single(resource => resource.Type == ResourceTypes.RolePolicy);
        var role = Plan.Resources.Single(resource => resource.Type == ResourceTypes.Role);
        await _stack.Delete(ResourceTypes.RolePolicy, string.Join('|',
            ValueText.Of(policy.Properties["PolicyName"]!), ValueText.Of(role.Properties["RoleName"]!)));

        (await Changed(Triage)).Differences.Should().Equal("the policy of the flow's role is not there");
    }

    [Fact]
    public async Task A_tag_that_was_changed()
    {
        var prompt = await Identifier(ResourceTypes.Prompt, Greeting);
        var tags = (Value.Map)(await _stack.Read(ResourceTypes.Prompt, prompt))["Tags"]!;
        await _stack.Update(ResourceTypes.Prompt, prompt, "Tags", Map(
            [.. tags.Entries.Select(tag => (tag.Key, (Value?)(tag.Key == "owner" ? "nobody" : tag.Value)))]));

        (await Changed(Greeting)).Differences.Should().Equal(
            "the prompt's draft: Tags.owner should be 'customer-experience', but is 'nobody'");
    }

    [Fact]
    public async Task A_foreign_prompt_under_the_prefix()
    {
        using var http = new HttpClient { BaseAddress = _stack.Url };
        var foreign = JsonNode.Parse("""
            {"name": "prod-of-somebody-else", "variants": [{"name": "v", "templateType": "TEXT",
              "templateConfiguration": {"text": {"text": "Hi"}}}]}
            """);
        (await http.PostAsJsonAsync(At("prompts/"), foreign)).EnsureSuccessStatusCode();
        using var parameter = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Headers = { { "X-Amz-Target", "AmazonSSM.PutParameter" } },
            Content = new StringContent($$"""{"Name": "{{Path}}/gone/live", "Type": "String", "Value": "x"}"""),
        };
        (await http.SendAsync(parameter)).EnsureSuccessStatusCode();

        var status = await Status();

        status.Names.Should().OnlyContain(name => name.IsEqual);
        status.Orphans.Select(orphan => $"{orphan.Kind} {orphan.Name}")
            .Should().Equal($"parameter {Path}/gone/live", "prompt prod-of-somebody-else");
    }

    [Fact]
    public async Task A_flow_that_is_not_prepared()
    {
        var flow = await Identifier(ResourceTypes.Flow, Triage);
        using var http = new HttpClient { BaseAddress = _stack.Url };
        var draft = (await http.GetFromJsonAsync<JsonObject>(At($"flows/{flow}/")))!;
        var same = new JsonObject(new[] { "name", "description", "executionRoleArn", "definition" }
            .Select(key => KeyValuePair.Create(key, draft[key]?.DeepClone())));
        (await http.PutAsJsonAsync(At($"flows/{flow}/"), same)).EnsureSuccessStatusCode();

        (await Changed(Triage)).Differences.Should().Equal("the flow's draft is not ready (NotPrepared)");
    }

    [Fact]
    public async Task A_parameter_that_is_gone()
    {
        await _stack.Delete(ResourceTypes.Parameter, $"{Path}/{Greeting}/live");

        var changed = await Changed(Greeting);

        changed.Served.Should().Be("nothing");
        changed.Differences.Should().Equal($"the parameter {Path}/{Greeting}/live does not exist");
    }

    [Fact]
    public async Task A_model_that_was_swapped()
    {
        var prompt = await Identifier(ResourceTypes.Prompt, Greeting);
        var variant = (Value.Map)((Value.List)(await _stack.Read(ResourceTypes.Prompt, prompt))["Variants"]!).Items[0];
        await _stack.Update(ResourceTypes.Prompt, prompt, "Variants", List(Map([.. variant.Entries.Select(entry =>
            (entry.Key, (Value?)(entry.Key == "ModelId" ? "amazon.nova-pro-v1:0" : entry.Value)))])));

        (await Changed(Greeting)).Differences.Should().ContainSingle().Which.Should()
            .StartWith("the prompt's draft: Variants[0].ModelId should be '").And.EndWith("nova-pro-v1:0'");
    }

    [Fact]
    public async Task What_the_service_is_too_busy_for_is_asked_again()
    {
        await using var busy = await LocalStack.Start(new() { Faults = new() { Rate = 0.3, Seed = 7 } });
        await busy.Deploy(Plan);

        (await Status(busy)).IsEqual.Should().BeTrue();
    }

    private void Write(RequestLine request)
    {
        lock (_requests)
        {
            _requests.Add(request);
        }
    }

    /// <summary>The status of the only name that differs from the plan.</summary>
    private async Task<NameStatus> Changed(string name)
    {
        var status = await Status();

        status.Orphans.Should().BeEmpty();
        status.Names.Where(row => !row.IsEqual).Select(row => row.Alias.Owner).Should().Equal(name);
        return status.Names.Single(row => !row.IsEqual);
    }

    private Task<StackStatus> Status() => Status(_stack);

    private static async Task<StackStatus> Status(LocalStack stack)
    {
        var settings = Files.Stacks["prod"];
        using var aws = new AwsClients(AwsConnection.ToLocal(stack.Url, "us-east-1"));
        var world = await StackWorld.Look(
            new(aws, new Attempts(new ImpatientClock())), Plan, settings, _ => { }, default);
        return new StatusOf(Plan, Files, settings, world).Stack(history: null);
    }

    private async Task<string> Identifier(string type, string name)
    {
        foreach (var identifier in await _stack.List(type))
        {
            if ((await _stack.Read(type, identifier))["Name"] == (Value)$"prod-{name}")
            {
                return identifier;
            }
        }

        throw new InvalidOperationException(name);
    }

    private static Uri At(string path) => new(path.Replace("arn:aws:bedrock:us-east-1:123456789012:flow/", "",
        StringComparison.Ordinal), UriKind.Relative);
}
