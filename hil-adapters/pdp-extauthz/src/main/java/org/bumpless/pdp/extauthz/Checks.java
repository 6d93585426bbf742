package org.bumpless.pdp.extauthz;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc.AuthorizationImplBase;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.envoyproxy.envoy.service.auth.v3.DeniedHttpResponse;
import io.envoyproxy.envoy.service.auth.v3.OkHttpResponse;
import io.envoyproxy.envoy.type.v3.HttpStatus;
import io.envoyproxy.envoy.type.v3.StatusCode;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.DecisionService.Behaviour;
import org.bumpless.adapter.pdp.Mood;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.records.FactsException;

/** Answers a proxy's checks; the form is in the package's text. */
final class Checks extends AuthorizationImplBase {
  /**
   * Neither yes nor no: a status that gRPC does not have. A message without any status would be a
   * yes, for proto3 reads what is missing as 0, and 0 is OK.
   */
  private static final CheckResponse NONSENSE =
      CheckResponse.newBuilder().setStatus(Status.newBuilder().setCode(4_711)).build();

  private final PolicyDecisionPoint pdp;
  private final Questions questions;
  private final Mood mood = new Mood();

  Checks(PolicyDecisionPoint pdp, Questions questions) {
    this.pdp = pdp;
    this.questions = questions;
  }

  Mood mood() {
    return mood;
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    CheckResponse response;
    try {
      response = inMood(request);
    } catch (StatusRuntimeException e) {
      observer.onError(e);
      return;
    } catch (RuntimeException e) {
      observer.onError(
          io.grpc.Status.INTERNAL
              .withDescription("fault in the bench, not in the request: " + e)
              .asRuntimeException());
      return;
    }
    observer.onNext(response);
    observer.onCompleted();
  }

  private CheckResponse inMood(CheckRequest request) {
    return switch (mood.now()) {
      case SOUND -> answer(request);
      case SILENT -> {
        mood.sitOut();
        if (mood.now() == Behaviour.SILENT) {
          throw io.grpc.Status.UNAVAILABLE.withDescription("silent").asRuntimeException();
        }
        yield answer(request);
      }
      case LATE -> {
        mood.dawdle();
        yield answer(request);
      }
      case GONE -> throw io.grpc.Status.UNAVAILABLE.withDescription("gone").asRuntimeException();
      case NONSENSE -> NONSENSE;
      case FAILING ->
          throw io.grpc.Status.INTERNAL.withDescription("failing on demand").asRuntimeException();
    };
  }

  private CheckResponse answer(CheckRequest request) {
    AccessRequest asked = asked(request);
    return switch (pdp.evaluate(asked)) {
      case Permit permit when permit.covers(asked.action()) -> permitted(permit);
      case Permit permit ->
          throw unavailable("narrower than what was asked for: " + permit.words());
      case Decision.Deny(String reason) -> denied(reason);
      case Decision.Indeterminate(_, String cause) -> throw unavailable(cause);
    };
  }

  private AccessRequest asked(CheckRequest request) {
    try {
      return questions.request(request.getAttributes());
    } catch (IllegalArgumentException e) {
      throw io.grpc.Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException();
    } catch (FactsException e) {
      throw unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static StatusRuntimeException unavailable(String cause) {
    return io.grpc.Status.UNAVAILABLE.withDescription("no decision: " + cause).asRuntimeException();
  }

  private static CheckResponse permitted(Permit permit) {
    return CheckResponse.newBuilder()
        .setStatus(Status.newBuilder().setCode(Code.OK_VALUE))
        .setOkResponse(OkHttpResponse.getDefaultInstance())
        .setDynamicMetadata(
            Struct.newBuilder()
                .putFields(
                    "until", Value.newBuilder().setStringValue(permit.until().toString()).build()))
        .build();
  }

  private static CheckResponse denied(String reason) {
    return CheckResponse.newBuilder()
        .setStatus(Status.newBuilder().setCode(Code.PERMISSION_DENIED_VALUE).setMessage(reason))
        .setDeniedResponse(
            DeniedHttpResponse.newBuilder()
                .setStatus(HttpStatus.newBuilder().setCode(StatusCode.Forbidden))
                .setBody(reason))
        .build();
  }
}
