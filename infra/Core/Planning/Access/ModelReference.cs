using Infra.Values;

namespace Infra.Planning.Access;

/// <summary>What the model of a prompt refers to, as far as access is concerned.</summary>
/// <remarks>
/// Sources: service authorization reference, resource types of bedrock:InvokeModel, read 2026-09; Bedrock API
/// reference, modelId of Converse, read 2026-11-21.
/// </remarks>
public abstract record ModelReference
{
    private ModelReference()
    {
    }

    /// <summary>A model in one region.</summary>
    /// <param name="Arn">Its ARN.</param>
    public sealed record Foundation(Value Arn) : ModelReference;

    /// <summary>An inference profile of AWS: one model in several regions.</summary>
    /// <param name="Id">As in <c>us.amazon.nova-pro-v1:0</c>.</param>
    /// <param name="Arn">Its ARN in the region that it is called from.</param>
    /// <param name="Region">The region that it is called from; null for the stack's own.</param>
    public sealed record SystemProfile(string Id, Value Arn, string? Region) : ModelReference
    {
        /// <summary>The model behind it.</summary>
        public string Model => Id[(Id.IndexOf('.', StringComparison.Ordinal) + 1)..];

        /// <summary>Whether it routes to all commercial regions.</summary>
        public bool IsGlobal => Id.StartsWith("global.", StringComparison.Ordinal);
    }

    /// <summary>An application inference profile, made to track the costs of a team or application.</summary>
    public sealed record ApplicationProfile(string Arn) : ModelReference;

    /// <summary>A router that chooses a model for each prompt.</summary>
    public sealed record PromptRouter(string Arn) : ModelReference;

    /// <summary>A model of the Bedrock Marketplace, called through a SageMaker endpoint.</summary>
    public sealed record Endpoint(string Arn) : ModelReference;

    /// <summary>A customised model. It is not called itself, but through its deployment or provisioned
    /// throughput.</summary>
    public sealed record CustomModel(string Arn) : ModelReference;

    /// <summary>What is called by its own ARN only: provisioned throughput, a deployment, an imported model.</summary>
    public sealed record Other(string Arn) : ModelReference
    {
        /// <summary>Whether it is provisioned throughput.</summary>
        public bool IsProvisioned => Arns.ResourceOf(Arn).StartsWith("provisioned-model/", StringComparison.Ordinal);
    }

    /// <summary>What an id or ARN refers to.</summary>
    public static ModelReference Of(string model)
    {
        if (!Arns.IsArn(model))
        {
            return IsSystemProfile(model)
                ? new SystemProfile(model, Arns.InAccount("bedrock", $"inference-profile/{model}"), Region: null)
                : new Foundation(Arns.FoundationModel(model));
        }

        var resource = Arns.ResourceOf(model);
        return resource.Split('/')[0] switch
        {
            "foundation-model" => new Foundation(model),
            "inference-profile" => new SystemProfile(resource.Split('/', 2)[^1], model, Arns.RegionOf(model)),
            "application-inference-profile" => new ApplicationProfile(model),
            "prompt-router" or "default-prompt-router" => new PromptRouter(model),
            "endpoint" => new Endpoint(model),
            "custom-model" => new CustomModel(model),
            _ => new Other(model),
        };
    }

    /// <summary>A profile's id starts with a geography; provider names are longer than two letters.</summary>
    private static bool IsSystemProfile(string id) => id.Split('.') switch
    {
        ["global" or "apac" or "us-gov", _, ..] => true,
        [{ Length: 2 } geography, _, _, ..] => geography.All(char.IsAsciiLetterLower),
        _ => false,
    };
}
