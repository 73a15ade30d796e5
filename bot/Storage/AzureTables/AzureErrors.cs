using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.AzureTables;

/// <summary>Tells conflicts from failures, and explains in one sentence what is wrong with an account.</summary>
internal static class AzureErrors
{
    /// <summary>The index of the change that conflicts with what is stored; null for any other failure.</summary>
    public static int? Unavailable(TableTransactionFailedException conflict) => conflict.Status switch
    {
        409 when conflict.ErrorCode != TableErrorCode.TableBeingDeleted => conflict.FailedTransactionActionIndex,
        412 => conflict.FailedTransactionActionIndex,
        404 when conflict.ErrorCode != TableErrorCode.TableNotFound => conflict.FailedTransactionActionIndex,
        _ => null,
    };

    /// <summary>Neither a conflict nor a cancellation by the caller; exhausted retries come as an aggregate.</summary>
    public static bool IsAzureError(Exception failure, CancellationToken token) => failure switch
    {
        TableTransactionFailedException conflict => Unavailable(conflict) is null,
        RequestFailedException or AuthenticationFailedException or AggregateException => true,
        OperationCanceledException => !token.IsCancellationRequested,
        _ => false,
    };

    public static StoreUnusableException Describe(string account, Exception failure)
    {
        var first = failure is AggregateException { InnerExceptions: [var inner, ..] } ? inner : failure;
        return new(first switch
        {
            AuthenticationFailedException =>
                $"Azure gives no token for '{account}': give this machine a managed identity, "
                    + "or set Storage:TablesConnection instead of Storage:TablesEndpoint.",
            RequestFailedException { Status: 401 or 403 } =>
                $"'{account}' refuses IntroBot: give its identity the role 'Storage Table Data Contributor', "
                    + "or put the account's current key into Storage:TablesConnection.",
            RequestFailedException { Status: 404 } =>
                $"'{account}' has no such table: "
                    + "check that Storage:TablesConnection or Storage:TablesEndpoint names a table service, and start IntroBot again.",
            RequestFailedException { Status: >= 400 and var status } =>
                $"'{account}' answered {status} ({((RequestFailedException)first).ErrorCode}): "
                    + "check the state of the storage account in Azure.",
            _ =>
                $"'{account}' does not answer: "
                    + "check that Storage:TablesConnection or Storage:TablesEndpoint is right and that this machine can reach it.",
        }, failure)
        {
            Fault = first switch
            {
                AuthenticationFailedException or RequestFailedException { Status: 401 or 403 } => StoreFault.Forbidden,
                RequestFailedException { Status: >= 400 } => StoreFault.Other,
                _ => StoreFault.Unreachable,
            },
        };
    }
}
