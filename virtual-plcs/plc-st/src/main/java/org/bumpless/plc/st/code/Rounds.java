package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Tells the running program how often its loops go round, so that none goes round for ever. */
final class Rounds {
  private static final MethodTypeDesc AT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc MANY_AT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, ConstantDescs.CD_int);

  private final CodeBuilder code;
  private final Places places;

  Rounds(CodeBuilder code, Places places) {
    this.code = code;
    this.places = places;
  }

  /** One more. */
  void one(int line) {
    places.shared();
    code.loadConstant(line).invokevirtual(Names.BASE, "round", AT);
  }

  /** All that a loop will make. */
  void all(int rounds, int line) {
    places.shared();
    code.loadConstant(rounds).loadConstant(line).invokevirtual(Names.BASE, "rounds", MANY_AT);
  }
}
