using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.CloudControl;

/// <summary>The operations of Cloud Control on resources.</summary>
/// <param name="Types">The types it manages, by name.</param>
internal sealed record CloudControlOperations(ImmutableDictionary<string, IResourceType> Types)
{
    private static readonly Page Descriptions = Page.Capital("ResourceDescriptions", 20);

    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["CreateResource"] = new Handler.Changes(Create),
        ["GetResource"] = new Handler.Reads(Get),
        ["UpdateResource"] = new Handler.Changes(Update),
        ["DeleteResource"] = new Handler.Changes(Delete),
        ["ListResources"] = new Handler.Reads(List),
    }.ToImmutableDictionary();

    private Transition Create(World world, Call call)
    {
        if (Unserved(call, "create", out var type) is { } unserved)
        {
            return new(world, unserved);
        }

        return Object(call.Required("DesiredState")) is not { } desired
            ? new(world, Fault.Validation("The DesiredState isn't a JSON object."))
            : PropertyRules.Created(type.Schema, desired) is { } fault
                ? new(world, fault)
                : ProgressEvent.Record(call, "CREATE", type.Create(world, At(call), desired), null);
    }

    private Reply Get(World world, Call call) =>
        Unserved(call, "read", out var type) is { } unserved ? unserved
        : type.Read(world, At(call), call.Required("Identifier")) is not { } properties ? Missing(call)
        : new JsonObject
        {
            ["TypeName"] = type.Schema.TypeName,
            ["ResourceDescription"] = Described(call.Required("Identifier"), properties),
        };

    private Transition Update(World world, Call call)
    {
        if (Unserved(call, "update", out var type) is { } unserved)
        {
            return new(world, unserved);
        }

        var identifier = call.Required("Identifier");
        if (type.Read(world, At(call), identifier) is not { } current)
        {
            return new(world, Missing(call));
        }

        var (patched, wrong) = JsonPatch.Apply(current, call.Required("PatchDocument"));
        return patched is null
            ? new(world, Fault.Validation(wrong!))
            : PropertyRules.Updated(type.Schema, current, patched) is { } fault
                ? new(world, fault)
                : ProgressEvent.Record(call, "UPDATE", type.Update(world, At(call), identifier, patched), identifier);
    }

    private Transition Delete(World world, Call call)
    {
        if (Unserved(call, "delete", out var type) is { } unserved)
        {
            return new(world, unserved);
        }

        var identifier = call.Required("Identifier");
        var handled = type.Read(world, At(call), identifier) is null
            ? Handled.Failed(world, Missing(call))
            : type.Delete(world, At(call), identifier);
        return ProgressEvent.Record(call, "DELETE", handled, identifier);
    }

    private Reply List(World world, Call call)
    {
        if (Unserved(call, "list", out var type) is { } unserved)
        {
            return unserved;
        }

        var given = Object(call["ResourceModel"] ?? "{}") ?? [];
        if (type.Schema.ListNeeds.FirstOrDefault(name => !given.ContainsKey(name)) is { } needed)
        {
            return new Fault(
                "InvalidRequestException",
                $"Missing or invalid ResourceModel property in {type.Schema.TypeName} list handler request input. "
                + $"Required property: [#: required key [{needed}] not found]");
        }

        return Descriptions.Of(
            call,
            place => type.List(world, At(call), given, place).Select(listed => (listed.Place, listed.Identifier)),
            identifier => Described(identifier, type.Read(world, At(call), identifier)!)) switch
        {
            Reply.Done page => Named(page.Body, type.Schema.TypeName),
            var refused => refused,
        };
    }

    private Fault? Unserved(Call call, string action, out IResourceType type)
    {
        var name = call.Required("TypeName");
        return !Types.TryGetValue(name, out type!)
                ? new Fault("TypeNotFoundException", $"The type '{name}' cannot be found.")
            : !type.Schema.Handles(action)
                ? new Fault(
                    "UnsupportedActionException",
                    $"Resource type {name} does not support {action.ToUpperInvariant()} action")
            : null;
    }

    private static Scope At(Call call) => new(call.Region, call.Now);

    private static JsonObject Described(string identifier, JsonObject properties) => new()
    {
        ["Identifier"] = identifier,
        ["Properties"] = Encoding.UTF8.GetString(Http.Bytes(properties)),
    };

    private static JsonObject Named(JsonObject page, string typeName)
    {
        page["TypeName"] = typeName;
        return page;
    }

    private static JsonObject? Object(string json) => Http.Object(Encoding.UTF8.GetBytes(json));

    private static Fault Missing(Call call) => new(
        "ResourceNotFoundException",
        $"Resource of type '{call.Required("TypeName")}' with identifier '{call.Required("Identifier")}' "
        + "was not found.");
}
