package org.bumpless.pep.reference.s7;

/** What the functions of S7comm do to a controller. */
enum S7Function {
  /** Changes nothing. */
  READS,
  /** Changes a value, the mode or the program. */
  WRITES,
  /** On no list. */
  UNKNOWN;

  private static final int READ = 0x04;
  private static final int WRITE = 0x05;
  private static final int REQUEST_DOWNLOAD = 0x1A;
  private static final int DOWNLOAD_BLOCK = 0x1B;
  private static final int DOWNLOAD_ENDED = 0x1C;
  private static final int START_UPLOAD = 0x1D;
  private static final int UPLOAD = 0x1E;
  private static final int END_UPLOAD = 0x1F;
  private static final int PROGRAM_INVOCATION = 0x28;
  private static final int STOP = 0x29;
  private static final int SETUP = 0xF0;

  private static final int BLOCK_FUNCTIONS = 0x43;
  private static final int CPU_FUNCTIONS = 0x44;
  private static final int SECURITY = 0x45;
  private static final int TIME_FUNCTIONS = 0x47;
  private static final int LIST_BLOCKS = 1;
  private static final int LIST_OF_TYPE = 2;
  private static final int BLOCK_INFO = 3;
  private static final int READ_STATUS_LIST = 1;
  private static final int READ_CLOCK = 1;
  private static final int PASSWORD = 1;
  private static final int LOCK = 2;

  /** Of a job, by its function. */
  static S7Function ofJob(int function) {
    return switch (function) {
      case READ, START_UPLOAD, UPLOAD, END_UPLOAD, SETUP -> READS;
      case WRITE, REQUEST_DOWNLOAD, PROGRAM_INVOCATION, STOP -> WRITES;
      default -> UNKNOWN;
    };
  }

  /** Of an answer to what the controller itself asks: it fetches a block that is to run. */
  static S7Function ofAnswer(int function) {
    return function == DOWNLOAD_BLOCK || function == DOWNLOAD_ENDED ? WRITES : UNKNOWN;
  }

  /** Of what the maker calls user data, by its group and what is wanted of it. */
  static S7Function ofUserData(int group, int wanted) {
    return switch (group) {
      case BLOCK_FUNCTIONS ->
          wanted == LIST_BLOCKS || wanted == LIST_OF_TYPE || wanted == BLOCK_INFO ? READS : UNKNOWN;
      case CPU_FUNCTIONS -> wanted == READ_STATUS_LIST ? READS : UNKNOWN;
      case SECURITY -> wanted == PASSWORD || wanted == LOCK ? WRITES : UNKNOWN;
      case TIME_FUNCTIONS -> wanted == READ_CLOCK ? READS : UNKNOWN;
      default -> UNKNOWN;
    };
  }
}
