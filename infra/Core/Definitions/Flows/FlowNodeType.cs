namespace Infra.Definitions.Flows;

/// <summary>The type of a flow's node, in the API's words.</summary>
public enum FlowNodeType
{
    /// <summary>Takes the caller's document.</summary>
    Input,

    /// <summary>Returns a document to the caller.</summary>
    Output,

    /// <summary>Queries a knowledge base.</summary>
    KnowledgeBase,

    /// <summary>Runs the branch of the first condition that holds.</summary>
    Condition,

    /// <summary>Sends text to a Lex bot.</summary>
    Lex,

    /// <summary>Fills a prompt and calls a model.</summary>
    Prompt,

    /// <summary>Calls a Lambda function.</summary>
    LambdaFunction,

    /// <summary>Invokes an agent.</summary>
    Agent,

    /// <summary>Writes to S3.</summary>
    Storage,

    /// <summary>Reads from S3.</summary>
    Retrieval,

    /// <summary>Passes on the items of an array one by one.</summary>
    Iterator,

    /// <summary>Collects the results of an iterator's items.</summary>
    Collector,

    /// <summary>Runs Python code.</summary>
    InlineCode,

    /// <summary>Repeats the nodes inside it.</summary>
    Loop,

    /// <summary>The start of each iteration of a loop.</summary>
    LoopInput,

    /// <summary>The end of each iteration: it leaves the loop or starts the next one.</summary>
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

/// <summary>The purpose of a loop controller's input.</summary>
public enum FlowInputCategory
{
    /// <summary>Decides whether the loop continues.</summary>
    LoopCondition,

    /// <summary>Is passed to the next iteration.</summary>
    ReturnValueToLoopStart,

    /// <summary>Is the loop's result.</summary>
    ExitLoop,
}
