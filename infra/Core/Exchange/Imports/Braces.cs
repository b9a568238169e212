namespace Infra.Exchange.Imports;

/// <summary>The syntax of variables in imported texts.</summary>
public enum Braces
{
    /// <summary><c>{{name}}</c>, as in Bedrock, Langfuse and promptfoo.</summary>
    Double,

    /// <summary><c>{name}</c>, as in Python and LangChain; a doubled brace is a literal brace.</summary>
    Single,
}
