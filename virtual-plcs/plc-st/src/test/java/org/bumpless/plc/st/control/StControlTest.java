package org.bumpless.plc.st.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControllerProgram;
import org.junit.jupiter.api.Test;

class StControlTest {
  private static final String COUNTER =
      """
      VAR_GLOBAL count : INT; limit AT %QW3 : UINT := 7; on : BOOL; rate : REAL; END_VAR
      VAR_GLOBAL RETAIN kept : INT; END_VAR
      PROGRAM p
        VAR_INPUT level : REAL; END_VAR
        VAR_OUTPUT valve : REAL; END_VAR
        VAR first_scan : BOOL; begins : INT; own : INT; END_VAR
        IF first_scan THEN begins := begins + 1; END_IF;
        count := count + 1; kept := kept + 1; own := own + 10;
        valve := level * 2.0 + rate;
      END_PROGRAM
      """;

  private final List<Tag> tags = new ArrayList<>();

  @Test
  void wiresAndTagsFindTheirVariables() throws BadProgramException {
    tag("RATE", TagType.REAL, TagAccess.READ_WRITE, 1.5);
    tag("COUNT", TagType.INT, TagAccess.READ_ONLY, 0);
    tag("OWN", TagType.INT, TagAccess.READ_ONLY, 5);
    ControllerProgram program = compile(COUNTER);
    TestImage image = new TestImage(tags, 1, 1);
    ControlProgram started = program.create(tags);
    image.inputs[0] = 20;

    started.scan(image, 0.01);
    started.scan(image, 0.01);

    assertThat(program.inputs()).containsExactly("LEVEL");
    assertThat(program.outputs()).containsExactly("VALVE");
    assertThat(image.outputs[0]).isEqualTo(41.5);
    assertThat(image.get(1)).isEqualTo(2);
    assertThat(image.get(2)).as("began at the tag's initial value").isEqualTo(25);
  }

  @Test
  void anUnsignedVariableIsATagByItsBits() throws BadProgramException {
    tag("LIMIT", TagType.INT, TagAccess.READ_WRITE, -2);
    ControlProgram started = compile(COUNTER).create(tags);
    TestImage image = new TestImage(tags, 1, 1);

    started.scan(image, 0.01);

    assertThat(image.get(0)).isEqualTo(-2);
    assertThat(started.values(true)).containsEntry("%QW3", 65_534L);
  }

  @Test
  void aWritableTagHasPrecedenceOverTheInputOfItsName() throws BadProgramException {
    tag("LEVEL", TagType.REAL, TagAccess.READ_WRITE, 3);
    ControlProgram started = compile(COUNTER).create(tags);
    TestImage image = new TestImage(tags, 1, 1);
    image.inputs[0] = 20;

    started.scan(image, 0.01);

    assertThat(image.outputs[0]).isEqualTo(6);
  }

  @Test
  void whatTheNetworkWritesToAReadOnlyTagIsNotTheProgramsConcern() throws BadProgramException {
    tag("RATE", TagType.REAL, TagAccess.READ_ONLY, 1.5);
    ControlProgram started = compile(COUNTER).create(tags);
    TestImage image = new TestImage(tags, 1, 1);
    image.set(0, 100);

    started.scan(image, 0.01);

    assertThat(image.outputs[0]).isEqualTo(1.5);
    assertThat(image.get(0)).isEqualTo(1.5);
  }

  @Test
  void fiveThousandTagsAreExchangedEachScan() throws BadProgramException {
    StringBuilder globals = new StringBuilder("VAR_GLOBAL ");
    TagType[] types = {TagType.REAL, TagType.INT, TagType.BOOL};
    for (int i = 0; i < 5_000; i++) {
      TagType type = types[i % types.length];
      globals.append("T%d : %s; ".formatted(i, type));
      tag("T" + i, type, TagAccess.READ_WRITE, 0);
    }
    String text = globals + "END_VAR PROGRAM p T4999 := T4996 + 1; T2 := NOT T2; END_PROGRAM";
    ControlProgram started = compile(text).create(tags);
    TestImage image = new TestImage(tags, 0, 0);
    for (int i = 0; i < 5_000; i++) {
      image.set(i, i % types.length == 2 ? 1 : i);
    }

    started.scan(image, 0.01);

    assertThat(image.get(2)).isZero();
    assertThat(image.get(4999)).isEqualTo(4997);
    for (int i = 3; i < 4_999; i++) {
      assertThat(image.get(i)).as("T%d", i).isEqualTo(i % types.length == 2 ? 1 : i);
    }
  }

  @Test
  void theSameTextIsCompiledOnce() throws BadProgramException {
    StructuredText language = new StructuredText();
    ControllerProgram program = language.compile(new ProgramText("counter", COUNTER));

    assertThat(language.compile(new ProgramText("counter", COUNTER))).isSameAs(program);
    assertThat(language.compile(new ProgramText("other", COUNTER))).isNotSameAs(program);
    for (int i = 0; i < 32; i++) {
      language.compile(new ProgramText("counter", "PROGRAM p ; (*" + i + "*) END_PROGRAM"));
    }
    assertThat(language.compile(new ProgramText("counter", COUNTER))).isNotSameAs(program);
  }

  @Test
  void theFirstScanIsToldOnce() throws BadProgramException {
    tag("BEGINS", TagType.INT, TagAccess.READ_ONLY, 0);
    ControlProgram started = compile(COUNTER).create(tags);
    TestImage image = new TestImage(tags, 1, 1);

    started.scan(image, 0.01);
    started.scan(image, 0.01);

    assertThat(image.get(0)).isEqualTo(1);
  }

  @Test
  void anotherStartTakesOverWhatItIsGiven() throws BadProgramException {
    ControlProgram before = compile(COUNTER).create(tags);
    TestImage image = new TestImage(tags, 1, 1);
    before.scan(image, 0.01);

    assertThat(before.values(false)).isEqualTo(Map.of("KEPT", 1));
    ControlProgram after =
        compile(
                COUNTER
                    .replace("own : INT", "other : INT, own : INT")
                    .replace("other : INT, own : INT", "other : INT; own : INT"))
            .create(tags);
    after.takeOver(before.values(true));
    after.scan(image, 0.01);

    assertThat(after.values(true))
        .containsEntry("COUNT", 2)
        .containsEntry("KEPT", 2)
        .containsEntry("P.OWN", 20)
        .containsEntry("P.OTHER", 0)
        .containsEntry("%QW3", 7L);
  }

  @Test
  void aTagWithoutAVariableOrOfAnotherTypeIsRefused() throws BadProgramException {
    ControllerProgram program = compile(COUNTER);
    tag("TEMPERATURE", TagType.REAL, TagAccess.READ_ONLY, 0);
    assertThatThrownBy(() -> program.create(tags))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "program counter has no variable TEMPERATURE for the tag of that name; it has BEGINS,"
                + " COUNT, FIRST_SCAN, KEPT, LEVEL, LIMIT, ON, OWN, RATE, VALVE");
    tags.clear();
    tag("RATE", TagType.INT, TagAccess.READ_ONLY, 0);
    assertThatThrownBy(() -> program.create(tags))
        .hasMessage(
            "program counter: variable RATE is REAL, but the tag is INT: declare it as INT, UINT or"
                + " WORD");
  }

  @Test
  void whatIsNoProgramIsToldWithItsPlace() {
    assertThatThrownBy(() -> compile("PROGRAM p\n x := 1;\nEND_PROGRAM"))
        .isInstanceOf(BadProgramException.class)
        .hasMessageStartingWith("counter:2:2");
  }

  @Test
  void aScanWithItsTagsAllocatesNothing() throws BadProgramException {
    tag("RATE", TagType.REAL, TagAccess.READ_WRITE, 1.5);
    tag("LIMIT", TagType.INT, TagAccess.READ_WRITE, 3);
    tag("ON", TagType.BOOL, TagAccess.READ_WRITE, 1);
    ControlProgram started =
        compile(COUNTER.replace("count := count + 1; kept := kept + 1; own := own + 10;", ""))
            .create(tags);
    TestImage image = new TestImage(tags, 1, 1);
    for (int i = 0; i < 20_000; i++) {
      started.scan(image, 0.01);
    }

    assertThat(
            Allocation.bytesEachTime(
                () -> {
                  for (int i = 0; i < 1_000; i++) {
                    started.scan(image, 0.01);
                  }
                }))
        .isZero();
  }

  private static ControllerProgram compile(String text) throws BadProgramException {
    return new StructuredText().compile(new ProgramText("counter", text));
  }

  private void tag(String name, TagType type, TagAccess access, double initial) {
    tags.add(
        new Tag(
            new TagId(new AssetId("PLC-1"), name),
            name,
            type,
            "",
            -40_000,
            40_000,
            access,
            TagValue.of(type, initial),
            Optional.empty()));
  }
}
