namespace Infra.Exchange.Imports;

/// <summary>How the texts that are imported mark their variables.</summary>
public enum Braces
{
    /// <summary><c>{{name}}</c>, as Bedrock, Langfuse and promptfoo do.</summary>
    Double,

    /// <summary><c>{name}</c>, as Python and LangChain do; a doubled brace is a brace.</summary>
    Single,
}
