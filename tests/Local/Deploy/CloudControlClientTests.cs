using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

public sealed class CloudControlClientTests : IDisposable
{
    private const string Parameter = "AWS::SSM::Parameter";

    private static readonly DeployedResource A = new()
    {
        Name = "a",
        Type = Parameter,
        Identifier = "/a",
        Properties = Map(("Name", "/a"), ("Value", "one")),
    };

    private readonly MemoryCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task A_request_has_the_headers_by_which_AWS_knows_service_operation_and_region()
    {
        await _cloud.Client("eu-west-1").Create(Parameter, A.Properties, default);

        _cloud.Calls.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Operation = "CreateResource",
            Line = "POST /",
            Authorization = "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/cloudcontrolapi/aws4_request, "
                + "SignedHeaders=host, Signature=0",
            ContentType = "application/x-amz-json-1.0; charset=utf-8",
        });
    }

    [Fact]
    public async Task What_is_created_has_the_identifier_that_the_service_gave_it()
    {
        var identifier = await _cloud.Client().Create(
            "AWS::Bedrock::Prompt", Map(("Name", "greeting"), ("Description", "Ä")), default);

        identifier.Should().Be("Prompt-1");
        Asked(_cloud.Calls.Single()).Should().Be(Map(
            ("TypeName", "AWS::Bedrock::Prompt"), ("DesiredState", """{"Description":"Ä","Name":"greeting"}""")));
    }

    [Fact]
    public async Task An_update_says_what_is_new_what_is_other_and_what_is_gone()
    {
        _cloud.Put(Parameter, "/a", Map(("Name", "/a"), ("Value", "one"), ("Type", "String")));
        var was = A with { Properties = Map(("Name", "/a"), ("Value", "one"), ("Type", "String")) };

        await _cloud.Client().Update(was, Map(("Name", "/a"), ("Value", "two"), ("Description", "new")), default);

        Asked(_cloud.Calls[^1]).Should().Be(Map(
            ("TypeName", Parameter),
            ("Identifier", "/a"),
            ("PatchDocument", """[{"op":"remove","path":"/Type"},{"op":"add","path":"/Value","value":"two"},"""
                + """{"op":"add","path":"/Description","value":"new"}]""")));
        _cloud.Find(Parameter, "/a").Should().Be(Map(("Name", "/a"), ("Value", "two"), ("Description", "new")));
    }

    [Fact]
    public async Task An_update_does_not_remove_what_somebody_has_removed_already()
    {
        _cloud.Put(Parameter, "/a", Map(("Name", "/a")));

        await _cloud.Client().Update(A, Map(("Name", "/a")), default);

        _cloud.Calls[^1].Patch.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task What_no_longer_exists_is_updated_without_a_look_at_its_properties()
    {
        var updating = () => _cloud.Client().Update(A, Map(("Value", "two")), default);

        (await updating.Should().ThrowAsync<DeployException>()).Which.Code.Should().Be("ResourceNotFoundException");
        _cloud.Calls.Select(call => call.Operation).Should().Equal("GetResource", "UpdateResource");
    }

    [Fact]
    public async Task A_deletion_names_type_and_identifier()
    {
        _cloud.Put(Parameter, "/a", A.Properties);

        await _cloud.Client().Delete(A, default);

        _cloud.Identifiers.Should().BeEmpty();
        Asked(_cloud.Calls.Single()).Should().Be(Map(("TypeName", Parameter), ("Identifier", "/a")));
    }

    [Theory]
    [InlineData("NotFound")]
    [InlineData("ResourceNotFoundException")]
    public async Task What_no_longer_exists_need_not_be_deleted_and_reads_as_nothing(string code)
    {
        _cloud.Instead = _ => CloudAnswer.Refusal(code);

        await _cloud.Client().Delete(A, default);

        (await _cloud.Client().Read(Parameter, "/a", default)).Should().BeNull();
    }

    [Fact]
    public async Task Another_refusal_of_a_deletion_or_of_a_read_is_told()
    {
        _cloud.Instead = _ => CloudAnswer.Refusal("ResourceConflict", "It is in use.");
        Func<Task> deleting = () => _cloud.Client().Delete(A, default);
        Func<Task> reading = () => _cloud.Client().Read(Parameter, "/a", default);

        (await deleting.Should().ThrowAsync<DeployException>()).WithMessage("It is in use.")
            .Which.Code.Should().Be("ResourceConflict");
        await reading.Should().ThrowAsync<DeployException>().WithMessage("It is in use.");
    }

    [Fact]
    public async Task A_resource_is_read_by_type_and_identifier()
    {
        _cloud.Put(Parameter, "/a", A.Properties);

        (await _cloud.Client().Read(Parameter, "/a", default)).Should().Be(A.Properties);

        _cloud.Calls.Single().Should().BeEquivalentTo(new { Operation = "GetResource", Token = "" });
        Asked(_cloud.Calls.Single()).Should().Be(Map(("TypeName", Parameter), ("Identifier", "/a")));
    }

    [Fact]
    public async Task A_list_is_read_to_its_last_page()
    {
        _cloud.Instead = call => (call.Body["NextToken"] as Value.Text)?.Content switch
        {
            null => CloudAnswer.Listed(["/a", "/b"], "second"),
            "second" => CloudAnswer.Listed([], "third"),
            _ => CloudAnswer.Listed(["/c"]),
        };

        (await _cloud.Client().List(Parameter, Map(("Name", "/a")), default)).Should().Equal("/a", "/b", "/c");

        Asked(_cloud.Calls[0]).Should().Be(Map(("TypeName", Parameter), ("ResourceModel", """{"Name":"/a"}""")));
        Asked(_cloud.Calls[2]).Should().Be(Map(
            ("TypeName", Parameter), ("ResourceModel", """{"Name":"/a"}"""), ("NextToken", "third")));
        _cloud.Calls.Should().OnlyContain(call => call.Operation == "ListResources").And.HaveCount(3);
    }

    [Fact]
    public async Task A_change_that_takes_its_time_is_asked_about_until_it_is_done()
    {
        var answers = new Queue<CloudAnswer>(
        [
            CloudAnswer.Progress("PENDING", ("RequestToken", "first")),
            CloudAnswer.Progress("IN_PROGRESS", ("RequestToken", "second")),
            CloudAnswer.Progress("SUCCESS", ("Identifier", "/a")),
        ]);
        _cloud.Instead = _ => answers.Dequeue();

        (await _cloud.Client().Create(Parameter, A.Properties, default)).Should().Be("/a");

        _cloud.Calls.Skip(1).Should().OnlyContain(call => call.Operation == "GetResourceRequestStatus");
        _cloud.Calls.Skip(1).Select(call => call.Body).Should().Equal(
            Map(("RequestToken", "first")), Map(("RequestToken", "second")));
    }

    [Fact]
    public async Task A_change_that_failed_is_told_with_the_code_and_the_message_of_the_service()
    {
        _cloud.Instead = _ => CloudAnswer.Failure("AlreadyExists", "/a already exists.");

        var creating = () => _cloud.Client().Create(Parameter, A.Properties, default);

        (await creating.Should().ThrowAsync<DeployException>()).WithMessage("/a already exists.")
            .Which.Code.Should().Be("AlreadyExists");
    }

    [Fact]
    public async Task A_client_for_another_region_calls_there()
    {
        _cloud.Put(Parameter, "/a", A.Properties, "eu-west-1");
        var client = _cloud.Client();

        (await client.In("eu-west-1").Read(Parameter, "/a", default)).Should().Be(A.Properties);
        (await client.Read(Parameter, "/a", default)).Should().BeNull();

        client.In("us-east-1").Should().BeSameAs(client);
        client.In(null).Should().BeSameAs(client);
    }

    /// <summary>Without the token, which is another one each time.</summary>
    private static Value.Map Asked(CloudCall call) => Map(call.Body.Entries
        .Where(entry => entry.Key is not "ClientToken")
        .Select(entry => (entry.Key, (Value?)entry.Value)));
}
