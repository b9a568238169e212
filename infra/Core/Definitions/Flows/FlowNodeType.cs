namespace Infra.Definitions.Flows;

/// <summary>What a node of a flow does, in the words of the API.</summary>
public enum FlowNodeType
{
    /// <summary>Where the caller's document enters.</summary>
    Input,

    /// <summary>Where a document leaves for the caller.</summary>
    Output,

    /// <summary>Asks a knowledge base.</summary>
    KnowledgeBase,

    /// <summary>Opens the branches whose condition holds first.</summary>
    Condition,

    /// <summary>Asks a Lex bot.</summary>
    Lex,

    /// <summary>Fills a prompt and asks a model.</summary>
    Prompt,

    /// <summary>Calls a Lambda function.</summary>
    LambdaFunction,

    /// <summary>Asks an agent.</summary>
    Agent,

    /// <summary>Writes to S3.</summary>
    Storage,

    /// <summary>Reads from S3.</summary>
    Retrieval,

    /// <summary>Passes on the items of an array one by one.</summary>
    Iterator,

    /// <summary>Collects the results of the items.</summary>
    Collector,

    /// <summary>Runs Python.</summary>
    InlineCode,

    /// <summary>Repeats the nodes inside it.</summary>
    Loop,

    /// <summary>Where a turn of a loop starts.</summary>
    LoopInput,

    /// <summary>Where a turn of a loop ends or the next one begins.</summary>
    LoopController,
}

/// <summary>The type of a value that passes between nodes.</summary>
public enum FlowDataType
{
    /// <summary>A text.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A JSON object.</summary>
    Object,

    /// <summary>A JSON array.</summary>
    Array,
}

/// <summary>What an input of a loop's controller is for.</summary>
public enum FlowInputCategory
{
    /// <summary>Decides whether the loop goes on.</summary>
    LoopCondition,

    /// <summary>Is handed to the next turn.</summary>
    ReturnValueToLoopStart,

    /// <summary>Is what the loop yields.</summary>
    ExitLoop,
}
